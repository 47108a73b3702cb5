package import ContentFiles
import Foundation

/// Where staff bring a table into the directory of the pack on disk: first every row is judged, then the file is changed.
/// It counts with the next publication.
package struct TableDesk: Sendable {
    /// A table as staff bring it.
    package struct Table: Sendable {
        /// The file's name, for messages.
        package let name: String
        package let bytes: [UInt8]
        /// The kind of office, or `regions`.
        package let kind: String
        package let wishes: DirectoryImport.Wishes

        package init(name: String, bytes: [UInt8], kind: String, wishes: DirectoryImport.Wishes) {
            self.name = name
            self.bytes = bytes
            self.kind = kind
            self.wishes = wishes
        }
    }

    /// What would become of a table.
    package struct Review {
        package let plan: ImportPlan
        /// The file that would be changed.
        package let target: String
        /// Names what is on disk and what it would become: while it is the same, the file becomes what was shown.
        package let mark: String
        fileprivate let content: [UInt8]?
    }

    /// Why a table, or what was shown of it, does not do.
    package enum Fault: Error {
        /// The file is no table, in one sentence.
        case sheet(String)
        /// The pack or the table must be mended first.
        case findings([PackFinding])
        /// What is on disk has changed since it was shown.
        case changed
        /// The file may not be written.
        case unwritable
    }

    /// The pack's folder.
    let folder: String

    /// Judges every row, and changes nothing.
    package func review(_ table: Table) throws(Fault) -> Review {
        let sheet = try Self.sheet(table.bytes, name: table.name)
        let log = DiagnosticLog()
        guard let source = PackSource.read(folder: folder, log: log) else { throw Self.refusal(log) }
        // The kind becomes a part of a path: the importer refuses what is no name.
        let path = "\(folder)/directory/\(table.kind).csv"
        let content = FileManager.default.contents(atPath: path).map(Array.init)
        guard let load = DirectoryImport(into: source, kind: table.kind, content: content, log: log),
            let plan = load.plan(sheet, table.wishes, log: log)
        else { throw Self.refusal(log) }
        return Review(
            plan: plan, target: folder + "/" + load.path, mark: TableMark.of([(content ?? [], plan.content)]),
            content: content)
    }

    /// Changes the file as a review has shown it.
    ///
    /// - Parameter mark: That of the review which was looked at.
    package func take(_ table: Table, as mark: String) throws(Fault) -> Review {
        let review = try review(table)
        guard review.mark == mark else { throw .changed }
        guard review.plan.faults.isEmpty, review.plan.changesFile else { return review }
        try Self.write(review.plan.content, to: review.target, madeOf: review.content)
        return review
    }
}

// What every desk for tables does.
extension TableDesk {
    /// A file that staff bring, as a table.
    static func sheet(_ bytes: [UInt8], name: String) throws(Fault) -> Sheet {
        do throws(Sheet.Fault) {
            return try Sheet(bytes, file: name)
        } catch {
            throw .sheet(error.message)
        }
    }

    /// Puts new content in the place of a file's, unless somebody changed it meanwhile.
    ///
    /// - Parameter old: What it was made of; nil where there was no file.
    static func write(_ content: [UInt8], to path: String, madeOf old: [UInt8]?) throws(Fault) {
        do throws(FileReplacing.Fault) {
            try FileReplacing.write(content, to: path, madeOf: old)
        } catch {
            switch error {
            case .changed: throw .changed
            case .unwritable: throw .unwritable
            }
        }
    }

    /// Why nothing can be said of a table.
    static func refusal(_ log: DiagnosticLog) -> Fault { .findings(log.sorted.map(PackFinding.init)) }
}

extension Publisher {
    /// Where staff bring tables into the pack on disk.
    package var tables: TableDesk { TableDesk(folder: folders.flows + "/" + parts.settings.pack) }
}
