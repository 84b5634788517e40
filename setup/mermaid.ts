import { defineMermaidSetup } from '@slidev/types'

/** Diagrams in the deck's colours and type (styles/tokens.css), which mermaid wants as values: no style sheet reaches into them */
export default defineMermaidSetup(() => ({
  theme: 'base',
  fontFamily: '"Noto Sans SC", "Microsoft YaHei", sans-serif',
  themeVariables: {
    fontSize: '40px',
    primaryColor: '#f1eadb',
    primaryTextColor: '#1a1d21',
    primaryBorderColor: '#12305a',
    lineColor: '#12305a',
    background: '#faf7f0',
  },
}))
