import ArgumentParser
import ContentFiles
import Foundation

/// `waymark directory import`: a table from elsewhere, row by row into the pack's directory.
struct DirectoryLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring a table of places or offices into a pack.",
        discussion: """
            The table is a CSV file as spreadsheet programs write it, with commas, semicolons or tabs, in UTF-8, UTF-16 \
            or GB 18030; its first line names the columns. Every row is checked as 'waymark check' would; rows that \
            cannot be used are told with their place and left out, all others are merged by id (regions: by code) into \
            directory/KIND.csv. Columns that the table does not have keep what the file says.

            Ends with code 1 when rows were refused.

              waymark directory import courts.csv --kind labour_arbitration --dry-run
              waymark directory import schools.csv --kind school --map 'School name=name:en' --map No=id \\
                --set 'source=list of the education bureau' --set checked=2026-11-20 --report report.txt
            """)

    @OptionGroup var table: SheetInput

    @ArgumentParser.Option(help: ArgumentHelp("The kind of office, or 'regions' for places.", valueName: "KIND"))
    var kind: String

    @ArgumentParser.Option(
        name: .customLong("map"),
        help: ArgumentHelp("Take a column of the table for one of the directory.", valueName: "THEIRS=OURS"))
    var maps: [String] = []

    @ArgumentParser.Option(
        name: .customLong("set"),
        help: ArgumentHelp("What a column has where the table leaves it empty.", valueName: "OURS=TEXT"))
    var sets: [String] = []

    @ArgumentParser.Flag(help: "Only say what would change.")
    var dryRun = false

    @ArgumentParser.Flag(help: "Drop what the table does not have.")
    var replace = false

    @OptionGroup var choice: PackChoice

    func run() throws {
        let wishes = try wishes()
        let sheet = try table.read()
        let folder = try choice.folder()
        let log = DiagnosticLog()
        guard let source = PackSource.read(folder: folder, log: log) else { throw log.told() }
        let content = FileManager.default.contents(atPath: "\(folder)/directory/\(kind).csv").map(Array.init)
        guard let load = DirectoryImport(into: source, kind: kind, content: content, log: log),
            let plan = load.plan(sheet, wishes, log: log, progress: ProgressBar(table.file).show)
        else { throw log.told() }
        let target = folder + "/" + load.path
        let told = ImportReport(plan: plan, sheet: sheet, target: target, isDryRun: dryRun)
        if let report = table.report { try OutputFile.write(told.everyRow, to: report) }
        if plan.faults.isEmpty, plan.changesFile, !dryRun {
            try OutputFile.write(plan.content, to: target, madeOf: content)
        }
        Terminal.output.write(told.summary(for: Terminal.output, report: table.report))
        if plan.refused > 0 || !plan.faults.isEmpty { throw ExitCode(1) }
    }

    private func wishes() throws(WrongUse) -> DirectoryImport.Wishes {
        do throws(DirectoryImport.WishFault) {
            return try DirectoryImport.Wishes(map: maps, fill: sets, replaces: replace)
        } catch {
            switch error {
            case .map(let text): throw WrongUse("'--map \(text)' says no column: write THEIRS=OURS")
            case .fill(let text): throw WrongUse("'--set \(text)' says no column: write OURS=TEXT")
            }
        }
    }
}
