package import ContentFiles
import Foundation

/// Where staff bring rows of figures into the rules of the pack on disk: first every row is judged, then the files are
/// changed. They count with the next publication.
package struct FigureDesk: Sendable {
    /// What would become of a table.
    package struct Review {
        package let plan: FigurePlan
        /// The files that would be changed, in the plan's order.
        package let targets: [String]
        /// Names what is on disk and what it would become: while it is the same, the files become what was shown.
        package let mark: String
    }

    /// The pack's folder.
    let folder: String

    /// Judges every row, and changes nothing.
    ///
    /// - Parameter name: The table's name, for messages.
    package func review(_ bytes: [UInt8], name: String) throws(TableDesk.Fault) -> Review {
        let sheet = try TableDesk.sheet(bytes, name: name)
        let log = DiagnosticLog()
        guard let source = PackSource.read(folder: folder, log: log),
            let load = FigureImport(into: source, log: log),
            let plan = load.plan(sheet, log: log, bytes: contents)
        else { throw TableDesk.refusal(log) }
        let names = Array(plan.files.map(\.path).joined(separator: "\n").utf8)
        return Review(
            plan: plan, targets: plan.files.map { folder + "/" + $0.path },
            mark: TableMark.of(
                [(before: [], after: names)] + plan.files.map { (before: $0.old, after: $0.content) }))
    }

    private func contents(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder + "/" + path).map(Array.init)
    }

    /// Changes the files as a review has shown them: all of them, or none.
    ///
    /// - Parameter mark: That of the review which was looked at.
    package func take(_ bytes: [UInt8], name: String, as mark: String) throws(TableDesk.Fault) -> Review {
        let review = try review(bytes, name: name)
        guard review.mark == mark else { throw .changed }
        var done: [FigurePlan.File] = []
        for file in review.plan.files {
            do throws(TableDesk.Fault) {
                try TableDesk.write(file.content, to: folder + "/" + file.path, madeOf: file.old)
            } catch {
                for file in done { takeBack(file) }
                throw error
            }
            done.append(file)
        }
        return review
    }

    /// Puts back what a file was, unless somebody has changed it since.
    private func takeBack(_ file: FigurePlan.File) {
        try? TableDesk.write(file.old, to: folder + "/" + file.path, madeOf: file.content)
    }
}

extension Publisher {
    /// Where staff bring rows of figures into the pack on disk.
    package var figures: FigureDesk { FigureDesk(folder: folders.flows + "/" + parts.settings.pack) }
}
