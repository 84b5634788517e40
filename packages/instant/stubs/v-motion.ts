import { leftOutDirective } from './directive'

export const createVMotionDirectives = leftOutDirective('motion')
