/// How the pages look: light and dark as the reader's system is, from the width of a phone on.
enum ConsoleStyle {
    static let text = colours + page + parts + tables + content

    private static let colours = """
        :root {
          color-scheme: light dark;
          --ground: #fbfaf8; --sheet: #ffffff; --ink: #1b1d1f; --quiet: #5a6068; --line: #d9d7d2;
          --lead: #0b5d57; --on-lead: #ffffff; --focus: #ffbf47; --bad: #a8261c; --bad-ground: #fdf0ee;
          --good-ground: #e8f3ee; --tag: #eceae5;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14171a; --sheet: #1c2024; --ink: #eceae6; --quiet: #a3abb3; --line: #363c43;
            --lead: #7cd0c3; --on-lead: #10231f; --focus: #ffbf47; --bad: #ff9a8d; --bad-ground: #341d1b;
            --good-ground: #18302a; --tag: #2a3036;
          }
        }

        """

    private static let page = """
        * { box-sizing: border-box; }
        html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Noto Sans CJK SC",
          "Microsoft YaHei", sans-serif; }
        body { margin: 0; background: var(--ground); color: var(--ink); }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1.25rem; text-wrap: balance; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .6rem; }
        h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
        p { margin: 0 0 1rem; max-width: 42rem; }
        a { color: var(--lead); text-underline-offset: .18em; }
        a:hover { text-decoration-thickness: .14em; }
        code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .92em; }
        code.long { overflow-wrap: anywhere; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { position: static; display: block; padding: .6rem 1rem; background: var(--focus); color: #1b1d1f; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .top { background: var(--sheet); border-bottom: 1px solid var(--line); }
        .bar, .places ul, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
        .bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 3.5rem;
          flex-wrap: wrap; }
        .brand { font-weight: 700; font-size: 1.15rem; letter-spacing: -.01em; color: var(--ink); text-decoration: none; }
        .who { display: flex; align-items: center; gap: .75rem; }
        .who form { margin: 0; }
        .role { color: var(--quiet); }
        .places ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; list-style: none; }
        .places a { display: block; padding: .55rem 0; color: var(--ink); text-decoration: none;
          border-bottom: 3px solid transparent; }
        .places a:hover { border-color: var(--line); }
        .places a[aria-current], .places .here { border-color: var(--lead); font-weight: 600; }
        .places .inner { border-top: 1px solid var(--line); }
        .places .inner a { padding: .45rem 0; font-size: .95rem; }
        main { padding-top: 2rem; padding-bottom: 3rem; }
        footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--quiet); }
        footer nav { display: flex; gap: 1rem; border-top: 1px solid var(--line); padding-top: 1rem; }

        """

    private static let parts = """
        .lead { font-size: 1.1rem; }
        .quiet, .hint { color: var(--quiet); }
        .warn { color: var(--bad); }
        .wrong { color: var(--bad); font-weight: 600; margin: 0 0 .35rem; }
        .hint { display: block; margin: 0 0 .35rem; font-size: .95rem; }
        .sheet { max-width: 34rem; }
        .field { margin: 0 0 1.4rem; }
        label, legend { font-weight: 600; }
        .choices label, .sure { font-weight: 400; display: flex; gap: .6rem; align-items: baseline; padding: .3rem 0; }
        .sure { margin: 0 0 .75rem; }
        fieldset { border: 0; border-left: 3px solid var(--line); margin: 0 0 1.5rem; padding: 0 0 0 1rem; min-width: 0; }
        fieldset.choices { border-left: 0; padding-left: 0; }
        legend { padding: 0; margin-bottom: .4rem; }
        input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea {
          display: block; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit; color: inherit;
          background: var(--sheet); border: 1.5px solid var(--quiet); border-radius: 4px; }
        ::placeholder { color: var(--quiet); opacity: 1; }
        input[aria-invalid]:not([type=checkbox], [type=radio]) { border: 2.5px solid var(--bad); }
        input.short { max-width: 14rem; font-variant-numeric: tabular-nums; letter-spacing: .06em; }
        input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; accent-color: var(--lead);
          flex: none; transform: translateY(.15rem); }
        select { width: auto; max-width: 100%; }
        textarea { max-width: 34rem; min-height: 6rem; resize: vertical; }
        button, .button { display: inline-block; min-height: 2.75rem; padding: .5rem 1.1rem; font: inherit;
          font-weight: 600; border: 1.5px solid var(--lead); border-radius: 4px; cursor: pointer;
          background: var(--lead); color: var(--on-lead); text-decoration: none; }
        button:hover, .button:hover { filter: brightness(1.08); }
        button.second { background: transparent; color: var(--lead); }
        button.danger { background: transparent; color: var(--bad); border-color: var(--bad); }
        button.plain { min-height: 0; padding: .2rem 0; border: 0; background: none; color: var(--lead);
          font-weight: 400; text-decoration: underline; text-underline-offset: .18em; }
        form { margin: 0 0 1rem; }
        .row { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; }
        .summary, .done, .card { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem;
          margin: 0 0 1.5rem; background: var(--sheet); }
        .summary, .card.bad { border: 2px solid var(--bad); background: var(--bad-ground); max-width: 42rem; }
        .summary h2, .card > h2 { margin-top: 0; }
        .summary ul { margin: 0; padding-left: 1.1rem; }
        .summary a { color: var(--bad); font-weight: 600; }
        .done { background: var(--good-ground); border-left: 4px solid var(--lead); max-width: 42rem; }
        .card > :last-child { margin-bottom: 0; }
        .tag { font-size: .8rem; font-weight: 500; padding: .1rem .5rem; border-radius: 99px; background: var(--tag);
          white-space: nowrap; }
        .secret { font: 1.05rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere;
          background: var(--tag); padding: .6rem .8rem; border-radius: 4px; }
        .codes { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
          gap: .4rem 1.5rem; max-width: 34rem; padding: 1rem 1.25rem; margin: 0 0 1.5rem; background: var(--tag);
          border-radius: 4px; font: 1.05rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
        .tasks { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
        .tasks a { display: flex; align-items: baseline; gap: .7rem; padding: 1.1rem 1.25rem; color: inherit;
          background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; text-decoration: none; }
        .tasks a:hover { border-color: var(--lead); }
        .tasks strong { font-size: 1.9rem; line-height: 1; font-variant-numeric: tabular-nums; }
        .tasks .urgent a { border-left: 4px solid var(--bad); }
        details { margin: .25rem 0; }
        summary { cursor: pointer; color: var(--lead); padding: .25rem 0; }
        details > form { margin: .75rem 0 1.25rem; }

        """

    private static let tables = """
        .facts { margin: 0 0 1.25rem; }
        .facts > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 1rem; padding: .5rem 0;
          border-bottom: 1px solid var(--line); max-width: 42rem; }
        .facts dt { font-weight: 600; }
        .facts dd { margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; margin: 0 0 1.25rem; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--line); }
        thead th { color: var(--quiet); font-weight: 500; font-size: .9rem; white-space: nowrap; }
        time { white-space: nowrap; }
        .chart { display: block; width: 100%; max-width: 40rem; height: auto; }
        .chart rect, .share rect { fill: var(--lead); }
        .bars td { border: 0; padding-bottom: 0; }
        .bars .chart { width: 2rem; margin-left: auto; }
        .chart .lost { fill: var(--bad); }
        .funnel text { font-size: 11px; fill: currentColor; font-variant-numeric: tabular-nums; }
        .share { display: block; width: 7rem; height: .3rem; margin-top: .25rem; }
        .counts td, .counts thead th:not(:first-child) { text-align: right; }
        .counts tfoot th, .counts tfoot td { font-weight: 600; }
        .find input { max-width: 22rem; }
        .filters .row { align-items: end; padding: .75rem 0; }
        .tag.warn { color: var(--bad); background: var(--bad-ground); }
        .beside > * { min-width: 0; }
        .tags { list-style: none; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
        .tags form { margin: 0; padding: .1rem .6rem; border-radius: 99px; background: var(--tag); }
        .steps { gap: .5rem 1.4rem; margin-bottom: 1.25rem; }
        .steps [aria-current] { font-weight: 600; color: inherit; text-decoration: none; }
        .picture { border: 1px solid var(--line); border-radius: 6px; width: fit-content; max-width: 100%; }
        .picture img { display: block; max-width: none; }
        .words { white-space: pre-wrap; overflow-wrap: anywhere; }
        .notes { list-style: none; margin: 0 0 1.25rem; padding: 0; max-width: 42rem; }
        .notes li { border-left: 3px solid var(--line); padding: 0 0 0 1rem; margin: 0 0 .9rem; }
        .notes p { margin: 0; }
        .tag.open { background: var(--good-ground); }
        .talk { list-style: none; margin: 0; padding: 0; max-width: 34rem; }
        .talk li { margin: 0 0 1.25rem; }
        .when { color: var(--quiet); font-size: .85rem; margin: 0 0 .35rem; }
        .typed { margin: 0 0 .2rem auto; width: fit-content; max-width: 80%; padding: .45rem .8rem; border-radius: 12px;
          background: var(--lead); color: var(--on-lead); white-space: pre-wrap; overflow-wrap: anywhere; }
        .talk .meant { color: var(--quiet); font-size: .85rem; margin: .2rem 0 .6rem; }
        .typed + .meant { text-align: right; }
        .screen { border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); width: fit-content;
          max-width: 26rem; padding: .6rem .9rem; }
        .screen pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
        .screen.withheld { border-style: dashed; color: var(--quiet); }
        .lines { margin: 0 0 1rem; padding-left: 1.1rem; }
        .lines.plain { list-style: none; padding-left: 0; }
        .lines li { overflow-wrap: anywhere; margin-bottom: .3rem; }
        @media (min-width: 60rem) {
          .beside { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 3rem; align-items: start; }
          .beside aside { border-left: 1px solid var(--line); padding-left: 2rem; }
          .beside > * > h2:first-child { margin-top: 1rem; }
        }
        @media (max-width: 40rem) {
          h1 { font-size: 1.55rem; }
          main { padding-top: 1.4rem; }
          .role { display: none; }
          .facts > div { grid-template-columns: 1fr; gap: 0; }
          .places ul { flex-wrap: nowrap; overflow-x: auto; gap: 0 1.1rem; }
          .places a { white-space: nowrap; }
          .sheet > button, .card > form > button { width: 100%; }
        }
        @keyframes fresh { from { background: var(--good-ground); } }
        .fresh { animation: fresh 4s ease-out; }
        @media (prefers-reduced-motion: no-preference) { a, button { transition: border-color .12s, filter .12s; } }
        @media print { .top, footer, .skip, button { display: none; } }

        """
}
