/** One slide, as far as the outline of the speech needs it. */
export interface OutlineSlide {
  /** Page number, from 1 */
  page: number
  layout?: string
  title?: string
  subtitle?: string
  /** Set on the slide that opens a chapter */
  chapter?: string
}

export interface Chapter {
  /** Number within its part, from 1 */
  number: number
  title: string
  page: number
}

export interface Part {
  /** Number within the speech, from 1 */
  number: number
  title: string
  subtitle?: string
  page: number
  chapters: Chapter[]
}

export interface Place {
  part?: Part
  chapter?: Chapter
  /** How far the part has come, from 0 on its divider to 1 on its last page */
  progress: number
}

/**
 * The parts and chapters of the speech, read from its slides: each slide with
 * the layout `section` opens a part, each slide with a `chapter` a chapter.
 */
export function outlineOf(slides: OutlineSlide[]): Part[] {
  const parts: Part[] = []
  for (const { page, layout, title, subtitle, chapter } of slides) {
    if (layout === 'section')
      parts.push({ number: parts.length + 1, title: plainText(title), subtitle, page, chapters: [] })
    const chapters = parts.at(-1)?.chapters
    if (chapter)
      chapters?.push({ number: chapters.length + 1, title: chapter, page })
  }
  return parts
}

/**
 * The part and chapter that a page belongs to.
 *
 * @param parts the outline
 * @param page page number, from 1
 * @param lastPage the last page of the last part; pages after it belong to none
 */
export function placeOf(parts: Part[], page: number, lastPage: number): Place {
  const part = parts.findLast(part => part.page <= page)
  if (!part || page > lastPage)
    return { progress: 0 }
  const end = (parts[part.number]?.page ?? lastPage + 1) - 1
  return {
    part,
    chapter: part.chapters.findLast(chapter => chapter.page <= page),
    progress: (page - part.page) / Math.max(1, end - part.page),
  }
}

/** A heading without its `<wbr>` marks */
export function plainText(heading = ''): string {
  return heading.replace(/<[^>]+>/g, '')
}
