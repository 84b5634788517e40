import { missing } from './missing'

export default new Proxy({}, {
  get() {
    throw missing('yaml')
  },
})
