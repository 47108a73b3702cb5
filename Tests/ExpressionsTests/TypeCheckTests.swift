import Expressions
import Testing

struct TypeCheckTests {
    private let check = TypeCheck(names: [
        "name": .text, "n": .number, "born": .date, "left_month": .month, "agreed": .boolean, "at": .datetime,
        "opens": .time, "notice": .duration, "items": .list, "anything": nil, "reply": .object,
        "Person.region": .text, "person.age": .number, "person.home.town": .text, "constants.hotline": .text,
    ])

    private func faults(_ source: String, asCondition: Bool = false) throws -> [String] {
        try check.check(Expression.parse(source), asCondition: asCondition).map(shown)
    }

    private func shown(_ fault: TypeFault) -> String {
        let suggestion = fault.suggestion.map { " [\($0)]" } ?? ""
        return "\(fault.offset)+\(fault.length) \(fault.severity): \(fault.message)\(suggestion)"
    }

    @Test(arguments: [
        ("nmae", "0+4 error: there is no name nmae [name]"), ("1 + zzz", "4+3 error: there is no name zzz"),
        ("upper(persn.region)", "6+5 error: there is no name persn [person]"),
        ("person.regoin", "7+6 error: person has no regoin [region]"),
        ("PERSON.home.twon", "12+4 error: person.home has no twon [town]"),
        ("name.first", "5+5 error: a text has no first"),
        ("n[0]", "0+1 error: a number has no items"), ("items['x']", "6+3 error: \"x\" is no position in a list"),
        ("n < name", "0+8 error: a number and a text cannot be put in order [number(...)]"),
        ("name > 5", "0+8 error: a text and 5 cannot be put in order [number(...)]"),
        ("name < 'b'", "0+10 error: a text and \"b\" cannot be put in order [text_compare(text, other) < 0]"),
        ("born <= name", "0+12 error: a date and a text cannot be put in order [date(...)]"),
        ("true and (born > n)", "9+10 error: a date and a number cannot be put in order"),
        ("agreed < true", "0+13 error: a boolean and a boolean cannot be put in order"),
        ("notice > 3", "0+10 error: a duration and 3 cannot be put in order"),
        ("n > 'many'", "0+10 error: a number and \"many\" cannot be put in order [number(...)]"),
        ("born = n", "0+8 warning: a date is never a number, so this is always false"),
        ("agreed != 1", "0+11 warning: a boolean is never 1, so this is always true"),
        ("round(born)", "6+4 error: round needs a number here, not a date [round(number, [places])]"),
        ("1 + round('x', 2)", "10+3 error: round needs a number here, not \"x\" [round(number, [places])]"),
        ("upper(items)", "6+5 error: upper needs a text here, not a list [upper(text)]"),
        ("join(name, ',')", "5+4 error: join needs a list here, not a text [join(list, separator)]"),
        ("weekday(left_month)", "8+10 error: weekday needs a date here, not a month [weekday(date)]"),
        ("keys(1)", "5+1 error: keys needs an object here, not 1 [keys(object)]"),
        (
            "format_date('soon')",
            "12+6 error: format_date needs a date here, not \"soon\" [format_date(date, [format])]"
        ),
        ("max(items, 1)", "4+5 error: max needs a number here, not a list [max(number...)]"),
        ("-name & -born", "9+4 error: a date is no number"), ("agreed * 2", "0+6 error: a boolean is no number"),
        ("2 ^ items", "4+5 error: a list is no number"), ("'x' + 1", "0+3 error: \"x\" is no number"),
        ("born + 1", "7+1 error: 1 cannot be added to a date [add_days(date, days) or days_between(from, to)]"),
        (
            "today - n",
            "8+1 error: a number cannot be taken from a date [add_days(date, days) or days_between(from, to)]"
        ),
        ("1 in n", "5+1 error: a number has nothing in it; in needs a list, an object or a text"),
        ("'a' & items", "6+5 error: a list cannot be shown in a text [join(..., \", \")]"),
        ("if(born, 1, 2)", "3+4 warning: a date is always true"), ("not at", "4+2 warning: a datetime is always true"),
        ("foreach(items, (x) => x & zzz)", "26+3 error: there is no name zzz"),
        (
            "round(if(agreed, born, today))",
            "6+23 error: round needs a number here, not a date [round(number, [places])]"
        ),
        ("upper(default(items, []))", "6+18 error: upper needs a text here, not a list [upper(text)]"),
    ])
    func `what cannot be right is found with its place`(source: String, fault: String) throws {
        #expect(try faults(source) == [fault])
    }

    @Test(arguments: [
        "name", "Person.Region & constants.hotline", "anything.whatever[0] < 3", "reply.body.amount + 1", "n + name",
        "born < today and left_month <= today", "at > \"2026-03-15\"", "born > '2026-03-15'", "time(now) < '17:00'",
        "opens <= now", "notice > duration('3 days')", "notice = '3 days'", "left_month = '2026-03'", "max(items)",
        "sum(1, n)", "age(left_month)", "add_days(born, 3) > today", "if(name, n, null) + 1", "'12' + 1",
        "count(person)",
        "format_time(9)", "foreach(items, upper)", "filter(items, (x) => x.y > 3)", "person['region'] = 'a'",
        "n in items",
        "person", "unknown < 3", "null = n", "born - today > duration('1 day')", "now + notice", "2 * notice",
        "'2' < '10'",
        "contains(name, 'x')", "count(items) > n", "text_length(items)", "items.0", "agreed and not name",
    ])
    func `what can be right passes`(source: String) throws {
        #expect(try faults(source) == [])
    }

    @Test(arguments: [
        ("name", "text"), ("n + 1", "number"), ("born - today", "duration"), ("n > 1", "boolean"), ("now", "datetime"),
        ("if(agreed, 1, 2)", "number"), ("if(agreed, 1, 'x')", "-"), ("if(agreed, null, born)", "date"),
        ("default(name, '')", "text"), ("[1]", "list"), ("person", "object"), ("person.age", "number"),
        ("person['age']", "number"), ("extract(person, 'region')", "text"), ("anything + 1", "-"),
        ("first(items)", "-"),
        ("time('9:00')", "time"), ("add_months(left_month, 1)", "month"), ("now + notice", "datetime"),
        ("unknown", "-"),
        ("-notice", "duration"), ("'a' & 1", "text"), ("plural(n, 'day', 'days')", "text"), ("2026-03", "month"),
    ])
    func `the type of an expression is known`(source: String, type: String) throws {
        #expect(try check.type(of: Expression.parse(source))?.rawValue ?? "-" == type)
    }

    @Test(
        arguments: [
            ("n > 1", []), ("anything", []),
            ("name", ["0+4 warning: a condition should be true or false, not a text [... != \"\"]"]),
            ("count(items)", ["0+12 warning: a condition should be true or false, not a number [... != 0]"]),
            ("born", ["0+4 warning: a condition should be true or false, not a date [known(...)]"]),
        ] as [(String, [String])])
    func `a condition should be true or false`(source: String, wanted: [String]) throws {
        #expect(try faults(source, asCondition: true) == wanted)
    }

    @Test func `a text shows no lists and objects, and faults count its characters`() throws {
        let template = try Template.parse("工资 ${nmae}: ${items} ${person} ${reply.x} ${person.home}")
        #expect(
            check.check(template).map(shown) == [
                "5+4 error: there is no name nmae [name]",
                "14+5 error: a list cannot be shown in a text [join(..., \", \")]",
                "23+6 error: an object cannot be shown in a text; name one of its values [person.age]",
                "44+11 error: an object cannot be shown in a text; name one of its values [person.home.town]",
            ])
    }

    @Test func `every function's example is well typed and gives the type it declares`() throws {
        for function in Function.all {
            let expression = try Expression.parse(function.example.source)
            let errors = check.check(expression).filter { $0.severity == .error }
            let failsOnPurpose = ["is_error", "has_error"].contains(function.name)
            #expect(errors.isEmpty || failsOnPurpose, "\(function.name): \(errors)")
            guard let type = check.type(of: expression) else { continue }
            #expect(evaluation().evaluate(expression).typeName == type.rawValue, "\(function.name)")
        }
    }
}
