import ContentFiles
import Foundation
import TestSupport
import Testing

@testable import Gateway

/// Tables that staff bring into a copy of the shipped pack.
struct TableDeskTests {
    private let folder: TemporaryFolder
    private let desk: TableDesk
    private var file: String { folder.path + "/china/directory/legal_aid.csv" }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: TalkingGateway.project + "Flows/china", toPath: folder.path + "/china")
        desk = TableDesk(folder: folder.path + "/china")
    }

    private func table(_ text: String, kind: String = "legal_aid", replaces: Bool = false) -> TableDesk.Table {
        var wishes = DirectoryImport.Wishes()
        wishes.replaces = replaces
        return TableDesk.Table(name: "aid.csv", bytes: Array(text.utf8), kind: kind, wishes: wishes)
    }

    private static let row = """
        id,region,name:en,name:zh-Hans,source,checked,sample
        sample-new,440306,Sample Aid N,示例法律援助处新,made up to try the service out,2026-11-23,yes
        sample-bad,999999,Sample Aid X,示例法律援助处坏,made up to try the service out,2026-11-23,yes

        """

    @Test func `a review changes nothing, and what is taken is what was shown`() throws {
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let review = try desk.review(table(Self.row))
        #expect(review.plan.rows.map(\.change).first == .new && review.plan.refused == 1)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        _ = try desk.take(table(Self.row), as: review.mark)
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(after.contains("Sample Aid N") && !after.contains("Sample Aid X") && after.hasPrefix(before.prefix(20)))
        #expect(try desk.review(table(Self.row)).plan.changesFile == false)
    }

    @Test func `what has changed since it was shown is not taken`() throws {
        let review = try desk.review(table(Self.row))
        let before = try String(contentsOfFile: file, encoding: .utf8)
        for (other, mark) in [(table(Self.row, replaces: true), review.mark), (table(Self.row), "")] {
            #expect(throws: TableDesk.Fault.self) { try desk.take(other, as: mark) }
        }
        try (before + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: TableDesk.Fault.self) { try desk.take(table(Self.row), as: review.mark) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before + "\n")
    }

    @Test(arguments: [("", "legal_aid"), ("PK\u{3}\u{4}", "legal_aid"), ("name\nx\n", "legal_aid"), (row, "../../x")])
    func `what is no table of a kind is refused with a reason`(text: String, kind: String) {
        #expect(throws: TableDesk.Fault.self) { try desk.review(table(text, kind: kind)) }
    }
}
