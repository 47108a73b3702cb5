import Expressions
import Testing

struct TemplateTests {
    @Test(arguments: [
        ("", ""), ("Hi", "Hi"), ("Hi ${name}!", "Hi Amina!"), ("${name}${n}", "Amina3"), ("$5 and $$", "$5 and $$"),
        ("write $${name}", "write ${name}"), ("${\"}\"} and ${'{'}", "} and {"), ("${ n * 2 }", "6"),
        ("${nothing}.", "."),
        ("工资 ${format_month(left_month)}", "工资 January 2026"), ("${\"\\\"}\"}", "\"}"),
    ])
    func `parts are filled in`(source: String, text: String) throws {
        #expect(try evaluation().render(Template.parse(source)) == text)
    }

    @Test(arguments: [
        ("Hi ${nobody}", "${nobody}: there is no name nobody"),
        ("${1 / 0}", "${1 / 0}: a number cannot be divided by zero"),
        ("${fact}", "${fact}: the value is not known yet"),
        ("${[1, fact]}", "${[1, fact]}: the value is not known yet"),
        ("${failed}", "${failed}: the request failed"),
    ])
    func `a failed expression never sends a blank`(source: String, message: String) throws {
        let template = try Template.parse(source)
        #expect(throws: EvaluationFault(message)) { try evaluation().render(template) }
    }

    @Test func `faults and references count characters of the whole text`() throws {
        #expect(throws: ExpressionFault("${ is not closed with }", offset: 3, length: 2, suggestion: "$${")) {
            try Template.parse("工资 ${name")
        }
        #expect(throws: ExpressionFault("expected a value, found the end", offset: 9, length: 0)) {
            try Template.parse("Hi ${1 + }")
        }
        let template = try Template.parse("a ${name} b ${person.region}")
        #expect(
            template.references == [
                Reference(root: "name", offset: 4, length: 4),
                Reference(root: "person", path: ["region"], offset: 14, length: 13),
            ]
        )
    }

    @Test(arguments: [("", ""), ("plain", "plain"), ("$${x}", "${x}"), ("a ${1}", nil)] as [(String, String?)])
    func `a text without expressions is a literal`(source: String, literal: String?) throws {
        #expect(try Template.parse(source).literal == literal)
    }
}
