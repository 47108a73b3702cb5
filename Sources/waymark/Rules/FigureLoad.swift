import ArgumentParser
import ContentFiles
import Foundation

/// `waymark rules import`: rows of figures from a table, each behind the last row of its figure.
struct FigureLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring a table of figures into the rules of a pack.",
        discussion: """
            The table is a CSV file as spreadsheet programs write it, with commas, semicolons or tabs, in UTF-8, UTF-16 \
            or GB 18030. Its first line names the columns, in any order: rule, parameter, from, value and law; to, \
            region, status and note where they are needed. Every row is checked as 'waymark check' would. A row that is \
            new is added to the rule's file behind the last one of its figure; everything else in the file stays, byte \
            for byte. A row that says something else than one for the same place from the same day on is refused: a \
            change of the law is a new row, and a mistake is corrected in the file.

            Only says what would be added unless there is --write. Ends with code 1 when rows were refused, or when the \
            pack could not be loaded with the new ones.

              waymark rules import wages.csv
              waymark rules import wages.csv --pack china --write
            """)

    @OptionGroup var table: SheetInput

    @ArgumentParser.Flag(help: "Add the new rows to the files.")
    var write = false

    @OptionGroup var choice: PackChoice

    func run() throws {
        let sheet = try table.read()
        let folder = try choice.folder()
        let log = DiagnosticLog()
        let bytes = { (path: String) in FileManager.default.contents(atPath: "\(folder)/\(path)").map(Array.init) }
        guard let source = PackSource.read(folder: folder, log: log), let load = FigureImport(into: source, log: log),
            let plan = load.plan(sheet, log: log, bytes: bytes)
        else { throw log.told() }
        let told = FigureReport(plan: plan, sheet: sheet, folder: folder, isWritten: write)
        if let report = table.report { try OutputFile.write(told.everyRow, to: report) }
        if write {
            for file in plan.files {
                try OutputFile.write(file.content, to: "\(folder)/\(file.path)", madeOf: file.old)
            }
        }
        Terminal.output.write(told.summary(for: Terminal.output, report: table.report))
        if ImportTally(plan.rows).refused > 0 { throw ExitCode(1) }
    }
}
