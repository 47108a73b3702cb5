import ContentFiles
import Foundation
import TestSupport
import Testing

@testable import Gateway

/// Rows of figures that staff bring into a copy of the shipped pack.
struct FigureDeskTests {
    private let folder: TemporaryFolder
    private let desk: FigureDesk

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: TalkingGateway.project + "Flows/china", toPath: folder.path + "/china")
        desk = FigureDesk(folder: folder.path + "/china")
    }

    private static let table = Array(
        """
        rule,parameter,from,region,value,law
        cn.labour.minimum_wage,hour,2026-09-01,440300,25.4,SZ26
        cn.school.place,start_age,2030-01-01,,7,CEL11

        """.utf8)

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/china/rules/\(name).yaml", encoding: .utf8)
    }

    @Test func `a review changes nothing, and what is taken is what was shown`() throws {
        let before = try [text("minimum_wage"), text("school")]
        let review = try desk.review(Self.table, name: "t.csv")
        #expect(review.plan.files.map(\.path) == ["rules/minimum_wage.yaml", "rules/school.yaml"])
        #expect(try [text("minimum_wage"), text("school")] == before)
        _ = try desk.take(Self.table, name: "t.csv", as: review.mark)
        #expect(
            try text("minimum_wage").contains(
                "      - { from: 2026-09-01, region: \"440300\", value: 25.4, law: SZ26 }\n"))
        #expect(try text("school").contains("law: CEL11 }, { from: 2030-01-01, value: 7, law: CEL11 }] }\n"))
        #expect(try desk.review(Self.table, name: "t.csv").plan.files == [])
    }

    @Test func `what has changed since it was shown is not taken`() throws {
        let review = try desk.review(Self.table, name: "t.csv")
        let (wages, school) = try (text("minimum_wage"), text("school"))
        #expect(throws: TableDesk.Fault.self) { try desk.take(Self.table, name: "t.csv", as: "") }
        let file = folder.path + "/china/rules/school.yaml"
        try (school + "# looked at\n").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: TableDesk.Fault.self) { try desk.take(Self.table, name: "t.csv", as: review.mark) }
        #expect(try text("minimum_wage") == wages)
        #expect(try text("school") == school + "# looked at\n")
    }

    @Test func `nothing is said of a table while the pack has errors`() throws {
        let file = folder.path + "/china/rules/school.yaml"
        try "rule: x\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: TableDesk.Fault.self) { try desk.review(Self.table, name: "t.csv") }
    }
}
