/// How the phone looks, beside what all pages have.
enum PhoneStyle {
    static let text = """
        .trial { display: grid; grid-template-columns: minmax(0, 23rem) minmax(0, 1fr); gap: 3rem; align-items: start; }
        .hand { position: sticky; top: 1rem; }
        .whose { margin: 0 0 .9rem; gap: .5rem .75rem; }
        .handset { padding: 1rem; border-radius: 26px; background: #33383d; color: #fff;
          box-shadow: 0 1px 2px rgb(0 0 0 / .25), 0 10px 28px rgb(0 0 0 / .14); }
        .modes { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin: 0 0 .75rem; }
        .modes button { min-height: 2.25rem; padding: .2rem; border-color: transparent; background: transparent;
          color: #e6e8ea; font-weight: 500; }
        .modes button[aria-pressed=true] { background: #50575e; color: #fff; font-weight: 600; }
        .glass { --ink: #17211b; --quiet: #414f46; --line: #a9b7ac; --sheet: #f1f6ee; --lead: #0b4f49; --on-lead: #fff;
          color-scheme: light; padding: .6rem .8rem .8rem; border-radius: 10px; background: #dbe6d8; color: var(--ink); }
        .status { display: flex; justify-content: space-between; margin: 0 0 .4rem; font-size: .85rem; color: var(--quiet);
          font-variant-numeric: tabular-nums; }
        #screen { height: 15.5rem; overflow-y: auto; padding: .2rem 0; line-height: 1.4; }
        #screen p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        #screen .mine, #screen .theirs { width: fit-content; max-width: 88%; margin: 0 0 .5rem; padding: .4rem .65rem;
          border-radius: 10px; }
        #screen .mine { margin-left: auto; background: var(--lead); color: var(--on-lead); }
        #screen .theirs { background: var(--sheet); }
        #screen .faint { color: var(--quiet); }
        #entry { margin: .5rem 0 0; }
        #entry label { display: block; margin: 0 0 .2rem; font-size: .85rem; font-weight: 500; color: var(--quiet); }
        .soft { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: .5rem; margin: .5rem 0 0; }
        .soft button { padding: .4rem; }
        .soft .second { color: #8d1f16; border-color: #8d1f16; }
        [hidden] { display: none !important; }
        .keys { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; margin: .9rem 0 0; }
        .keys button { min-height: 2.5rem; padding: .2rem; border-color: #4b5157; background: #454b51; color: #fff;
          font-size: 1.1rem; font-variant-numeric: tabular-nums; }
        .note { min-height: 1.5rem; margin: .75rem 0; color: var(--quiet); }
        .inside > h2 { margin-top: 0; }
        .log { list-style: none; margin: 1.5rem 0 0; padding: 0; }
        .log li { padding: .8rem 0; border-top: 1px solid var(--line); }
        .log li p { margin: 0 0 .15rem; overflow-wrap: anywhere; }
        .way code + code::before { content: "→ "; }
        .way code { margin-right: .35rem; }
        .effect { padding-left: .7rem; border-left: 3px solid var(--lead); }
        kbd { font: inherit; font-weight: 600; padding: .05rem .5rem; border: 1px solid var(--line); border-bottom-width: 2px;
          border-radius: 5px; background: var(--sheet); }
        @media (max-width: 54rem) {
          .trial { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
          .hand { position: static; max-width: 25rem; width: 100%; margin: 0 auto; }
        }

        """
}
