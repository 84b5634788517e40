/** What the commands of press say and how they name their files, in English. `zh-CN.ts` holds the same in Chinese. */
export const english = {
  /** How the names of files end, after the title of the deck */
  files: {
    attendees: ' (attendees)',
    handout: ' (handout)',
    lined: ' (handout with lines)',
    manuscript: ' (speech)',
    review: ' (review copy)',
    podium: ' (large print)',
    beforeImport: ' (before import)',
    comparison: 'comparison.html',
  },

  copy: {
    nothingLeft: 'All of these slides say internal: true, and nothing is left for attendees; choose others.',
    range: (range: string, total: number) => `There are no slides “${range}” in this deck of ${total}; write 3-8 or 1,5,9-12.`,
  },

  oldTitles: (names: string[]) => `In out/ there are files of another title, made before it was changed; don’t take them for the new ones: ${names.join(', ')}`,

  build: {
    help: (command: string) => `
Usage: ${command} [options]

Without options: makes dist/, a folder for any web server, with the whole speech in it, notes and all.

  --attendees            the copy to give away: without notes, and without slides that say internal: true
                         (--without-notes is the same, by an older name)
  --range <slides>       a part of it, as 3-8 or 1,5,9-12
  --out <folder>         another folder than dist or, for attendees, dist-attendees
  --base <path>          what follows the host in the address, with slashes around it, as /talks/
  --router-mode <mode>   history (default), hash or memory; see Slidev’s own documentation
  --help                 show this
`,
    base: (base: string) => `--base “${base}” needs a slash at either end, as /talks/`,
    consequence: 'Nothing was built.',
    building: 'Building…',
    taken: (folder: string) => `Nothing was built: there are other files in ${folder}, and a build would delete them all. Move them away, or name another folder with --out.`,
    built: (folder: string, size: string, slides: number, attendees: boolean) => `${folder}/  ${size}, ${slides} slides, ${attendees ? 'without notes' : 'with all notes'}. Put the whole folder on a web server.`,
    forAttendees: (command: string) => `For a copy without notes: ${command} --attendees`,
  },

  exporting: {
    help: (command: string) => `
Usage: ${command} [options]

Without options: makes out/<title of the deck>.pdf, a page for each slide.

  --with-clicks     a page for each click
  --range <slides>  a part of it, as 3-8 or 1,5,9-12
  --attendees       the copy to give away: without notes, and without slides that say internal: true
                    (--without-notes is the same, by an older name)
  --output <file>   another place for the PDF
  --handout         A4, the notes below the slides, two slides to a page where they fit
  --no-notes        with --handout: lines to write on instead of notes, three slides to a page
  --png <folder>    pictures instead, one for each slide
  --pptx <file>     PowerPoint instead, slides as pictures, notes as notes
  --editable        with --pptx: text is text, and can be changed; what is drawn stays a picture
  --fonts <pairs>   with --editable: other faces, as "Noto Serif SC=Georgia,Noto Sans SC=Arial"
  --help            show this
`,
    consequence: 'Nothing was exported.',
    nothing: 'Nothing was exported.',
    preparing: (slides: number) => `Preparing ${slides} slides…`,
    printing: 'Printing…',
    pictures: (folder: string, count: number) => `${folder}  ${count} pictures`,
    noNotes: '--no-notes goes with --handout; without --handout, the PDF has no notes anyhow.',
    one: '--handout, --png and --pptx go one at a time; --output is for the PDF alone.',
    clicks: 'A handout has each slide once: --handout doesn’t go with --with-clicks.',
    editable: '--editable goes with --pptx <file>.',
    fonts: '--fonts goes with --pptx <file> --editable; in pictures the faces are as they are.',
    pair: (pair: string) => `--fonts doesn’t know “${pair}”: write “old face=new face”, with commas between, as --fonts "Noto Serif SC=Georgia,Noto Sans SC=Arial".`,
    undrawn: (slides: number[], reason: string) => `Nothing was exported: ${slides.length > 0 ? `slides that were not drawn: ${slides.join(', ')}` : 'there are errors on the page'}. The browser says: ${reason}`,
    slide: (slide: number, trouble: string) => `Slide ${slide}: ${trouble}.`,
    faces: (faces: string[]) => `Nothing was exported: faces that did not load: ${faces.join(', ')}. Restore the files in fonts/.`,
    /** What Slidev says of an editable file, and how it is passed on */
    remarks: [[/^(?:slide \d+: exported as an image|\d+ (?:image|element|color value|picture|CSS decoration)\(s\) could not be).*$/, '$&']] as [RegExp, string][],
    asText: 'All text can be changed, and figures have their last values; clicks, rolling figures and transitions stay behind.',
    drawn: (slides: number[]) => `What is written by hand or has a pattern is a picture and can’t be changed, on slides ${slides.join(', ')}.`,
    facesUsed: (faces: string[]) => `Faces in it: ${faces.join(', ')}. Where a computer lacks one, another stands in for it; --fonts changes them.`,
    noPptx: (reason: string) => `The PowerPoint file was not made: ${reason}`,
  },

  portable: {
    help: (command: string) => `
Usage: ${command} [options]

Without options: makes out/<title of the deck>.html, one file that opens by a double click on any computer, without a
network. The whole speech is in it, notes and all.

  --attendees       the copy to give away, “(attendees)” in its name: without notes, and without slides that say
                    internal: true (--without-notes is the same, by an older name)
  --range <slides>  a part of it, as 3-8 or 1,5,9-12
  --with-pdf        takes a PDF along, for download
  --output <file>   another place
  --help            show this
`,
    output: (file: string) => `--output takes the name of a file that ends with .html, as --output talk.html, not “${file}”.`,
    consequence: 'Nothing was made.',
    making: 'Making the file…',
    printing: 'Printing the PDF…',
  },

  manuscript: {
    help: (command: string) => `
Usage: ${command} [options]

Without options: writes the notes as out/<title of the deck> (speech).docx, set by the standard for Chinese documents.

  --podium          for the lectern: 20 pt, wide lines, no line break within figures or names
  --review          to be sent round: a comment wherever there is something to confirm, line numbers
  --no-cues         without the numbers of the slides in the margin
  --output <file>   another place; the name ends with .docx

When the file comes back edited:

  --compare <file>  shows what differs, slide by slide, and writes it to out/comparison.html; changes nothing
  --import <file>   writes its words into the notes; first the notes as they are go into a file beside it
  --original        none of the tracked changes hold (by default all do)
  --as-shown        tracked changes are neither taken nor refused: deleted words count, too

  --help            show this
`,
    consequence: 'The manuscript was not written.',
    notImported: 'Nothing was imported.',
    notCompared: 'Nothing was compared.',
    missing: (file: string) => `There is no ${file}; mend the name.`,
    drafts: (count: number) => `${count} slides of it are drafts, marked 【拟稿】.`,
    unchanged: (command: string, file: string) => `Nothing was changed. To take the words over: ${command} --import ${file}`,
    same: 'The notes say what the Word file says: nothing to write.',
    imported: (slides: number, saved: string, check: string) => `The notes of ${slides} slides were written. As they were, they are in ${saved}\nRun ${check} to see whether figures and slides still agree.`,
    output: (file: string) => `--output “${file}” is no name of a Word file: end it with .docx, as --output speech.docx`,
    incoming: '--compare and --import take the name of the edited file, as --compare edited.docx',
    one: '--compare (only looks) and --import (writes) go one at a time.',
    reads: '--compare and --import read an edited file; they don’t go with --podium, --no-cues, --review and --output.',
    kind: '--review and --podium go one at a time.',
    tracked: '--as-shown and --original go one at a time.',
    trackedAlone: '--as-shown and --original go with --compare or --import.',
    notAttached: (reason: string) => `The manuscript is not in the build. ${reason}`,
  },
}

export type Words = typeof english
