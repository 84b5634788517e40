/** A place in the speech: slide, counted from 1, and the clicks made on it */
export interface Place {
  page: number
  clicks: number
}

/** The audience's picture, or a plain screen in its stead */
export type Screen = 'slide' | 'black' | 'white'

/**
 * Who looks at a window. The audience and the speaker see the same place, unless the picture is frozen:
 * then each side moves for itself.
 */
export type Side = 'audience' | 'speaker'

/** All that the windows of a deck share. Windows hold it whole and replace it whole, so that none can have half of a move. */
export interface DeckState extends Record<Side, Place> {
  frozen: boolean
  screen: Screen
  /** Moves made since the first window opened */
  moves: number
  /** The window that made the last move, by the moment it opened */
  by: number
}

/** The state of a window that knows of no other */
export function firstState(place: Place, by: number): DeckState {
  return { audience: place, speaker: place, frozen: false, screen: 'slide', moves: 0, by }
}

/**
 * Whether one state replaces another: the one with more moves; of two moves made at once, that of the window that
 * has been open longer. Every window judges alike, so all end with the same state in whatever order they hear of it.
 */
export function isNewer(one: DeckState, other: DeckState): boolean {
  return one.moves === other.moves ? one.by < other.by : one.moves > other.moves
}

export function samePlace(one: Place, other: Place): boolean {
  return one.page === other.page && one.clicks === other.clicks
}

/** A move by one side. It takes the other along, unless the picture is frozen, and brings the audience's picture back. */
export function movedTo(state: DeckState, place: Place, side: Side, by: number): DeckState {
  return state.frozen
    ? { ...state, [side]: place, screen: side === 'audience' ? 'slide' : state.screen, moves: state.moves + 1, by }
    : { ...state, audience: place, speaker: place, screen: 'slide', moves: state.moves + 1, by }
}

export function withScreen(state: DeckState, screen: Screen, by: number): DeckState {
  return { ...state, screen, moves: state.moves + 1, by }
}

/** Thawed, the audience comes to where the speaker is. */
export function withFrozen(state: DeckState, frozen: boolean, by: number): DeckState {
  return { ...state, frozen, audience: frozen ? state.audience : state.speaker, moves: state.moves + 1, by }
}
