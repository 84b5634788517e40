const DAY = 24 * 60 * 60 * 1000

/**
 * Where dates of one year stand between the first (0) and the last (1) of
 * them, in proportion to the days between.
 *
 * @param dates in order, as 2月3日
 * @param leapYear whether February has 29 days
 * @throws Error naming the date that can't be read or stands out of order
 */
export function timelinePositions(dates: string[], leapYear: boolean): number[] {
  const days = dates.map(date => dayOfYear(date, leapYear))
  const unordered = days.findIndex((day, index) => index > 0 && day <= days[index - 1])
  if (unordered > 0)
    throw new Error(`时间线的日期须由先到后：${dates[unordered]} 不在 ${dates[unordered - 1]} 之后，请调整次序`)
  const [first, last] = [days[0], days.at(-1)!]
  return days.map(day => (day - first) / (last - first))
}

function dayOfYear(date: string, leapYear: boolean): number {
  const [, month, day] = date.match(/^(\d{1,2})月(\d{1,2})日$/)?.map(Number) ?? []
  const instant = new Date(Date.UTC(leapYear ? 2000 : 2001, month - 1, day))
  if (instant.getUTCMonth() !== month - 1)
    throw new Error(`时间线的日期要写成“2月3日”的样子，而不是“${date}”，请改正`)
  return instant.getTime() / DAY
}
