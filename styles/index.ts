import './fonts.css'
import './tokens.css'
import './type.css'
import './slidev.css'
