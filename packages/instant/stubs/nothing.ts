/** A component of Slidev's that never shows in this deck */
export default { render: () => null }
