extension ConsoleStyle {
    /// Pages about content.
    static let content = """
        .wide { position: relative; }
        .flowchart { border: 1px solid var(--line); border-radius: 6px; max-height: 80vh; overflow: auto; }
        .flowchart img { display: block; max-width: none; }
        .period { align-items: end; margin-bottom: 1.25rem; }
        .figures td:not(:first-of-type), .figures thead th:not(:first-child) { white-space: nowrap; }
        textarea { display: block; width: 100%; padding: .4rem .6rem; font: inherit; color: inherit;
          background: var(--sheet); border: 1.5px solid var(--quiet); border-radius: 4px; }
        .narrow thead th { white-space: normal; vertical-align: bottom; }
        .narrow th, .narrow td { font-size: .95rem; }
        .narrow tbody th div { font-weight: 400; }
        .period > div, .period select { max-width: 100%; }
        .findings li { margin-bottom: .8rem; }
        .figures tbody th { font-weight: 500; }

        """
}
