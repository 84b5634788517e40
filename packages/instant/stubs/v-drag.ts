import { leftOutDirective } from './directive'

export const createVDragDirective = leftOutDirective('drag')
