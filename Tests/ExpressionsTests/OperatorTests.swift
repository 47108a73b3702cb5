import Expressions
import Testing

struct OperatorTests {
    @Test(arguments: [
        ("1 + 2", "3"), ("1 - 2", "-1"), ("2 * 3.5", "7"), ("7 / 2", "3.5"), ("2 ^ 10", "1024"), ("2 ^ -1", "0.5"),
        ("0.1 + 0.2", "0.3"), ("1.10", "1.1"), ("100.00", "100"), ("1 / 3", "0.333333333333333333333333333333333333"),
        ("2 / 3", "0.666666666666666666666666666666666667"), ("\"3\" * 2", "6"), ("-5 + 3", "-2"), ("--5", "5"),
        ("-name", "ERROR \"Amina\" is no number"), ("1.5 ^ 2", "2.25"), ("0 ^ 0", "1"),
        ("10 ^ 35", "100000000000000000000000000000000000"), ("123456789 * 987654321", "121932631112635269"),
        ("1 / 0", "ERROR a number cannot be divided by zero"), ("0 ^ -1", "ERROR a number cannot be divided by zero"),
        ("2 ^ 0.5", "ERROR the exponent must be a whole number from -100 to 100"),
        ("2 ^ 101", "ERROR the exponent must be a whole number from -100 to 100"),
        ("(10 ^ 100) * (10 ^ 100)", "ERROR the result is too large or too small"),
        ("nothing + 1", "ERROR an empty value is no number"),
        ("items * 2", "ERROR a list is no number"),
    ])
    func `arithmetic is decimal`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    // The field's order, tightest first: negation, power, product, sum, comparison, equality, join; then not, and, or.
    @Test(arguments: [
        ("-2 ^ 2", "4"), ("2 ^ 3 ^ 2", "64"), ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"),
        ("100 / 10 / 2", "5"), ("2 * 3 ^ 2", "18"), ("1 + 1 = 2", "true"), ("1 < 2 = true", "true"),
        ("\"a\" & 1 = 1", "atrue"), ("(\"a\" & 1) = \"a1\"", "true"), ("\"a\" & 1 + 2", "a3"),
        ("true or false and false", "true"), ("(true or false) and false", "false"), ("not true or true", "true"),
        ("not (true or true)", "false"), ("not 1 = 2", "true"), ("not not true", "true"),
        ("not false and false", "false"),
        ("1 in [1, 2] and 3 not in [1, 2]", "true"), ("1 + 1 in [2]", "true"), ("not 1 in [2]", "true"),
        ("\"a\" & \"b\" and true", "true"), ("-n", "-3"), ("2 - -3", "5"), ("-items[1]", "-2"),
    ])
    func `operators bind in the field's order`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("1 = 1.0", "true"), ("1 == 1", "true"), ("1 = \"1\"", "true"), ("1.10 = 1.1", "true"),
        ("\"1.0\" = 1", "false"),
        ("\"a\" = \"A\"", "false"), ("\"a\" != \"b\"", "true"), ("null = \"\"", "true"), ("none = null", "true"),
        ("true = \"true\"", "true"), ("TRUE", "true"), ("left_month = \"2026-01\"", "true"),
        ("left_month == 'never'", "false"), ("[1, 2] = [1, 2]", "true"), ("2026-03 = 2026-03-15", "true"),
        ("today = now", "true"), ("2 < 10", "true"), ("\"2\" < \"10\"", "true"), ("2 >= 2", "true"), ("2 > 2", "false"),
        ("2 <= 1", "false"), ("2026-03-15 > 2026-03-14", "true"), ("today >= \"2026-03-15\"", "true"),
        ("left_month < today", "true"), ("2026-03 <= today", "true"), ("2026-03 < today", "false"),
        ("now > \"2026-03-15T10:29:00Z\"", "true"), ("duration(\"3 days\") > duration(\"2 days\")", "true"),
        ("\"a\" < \"b\"", "ERROR \"a\" is no number"), ("true < 2", "ERROR true is no number"),
        ("today < 5", "ERROR 5 is no date; write it like 2026-03-15"),
        ("duration(1, 'M') < duration(31, 'D')", "ERROR months and days cannot be compared"),
    ])
    func `values are compared`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("\"a\" & \"b\"", "ab"), ("\"n\" & null", "n"), ("1 & 2", "12"), ("today & \"!\"", "2026-03-15!"),
        ("\"a\" in items", "true"), ("\"2\" in items", "true"), ("3 in items", "false"), ("'min' in name", "true"),
        ("'region' in person", "true"), ("'town' not in person", "true"), ("1 in null", "false"), ("1 in []", "false"),
        ("1 in 2", "ERROR 2 has nothing in it; in needs a list, an object or a text"),
    ])
    func `texts are joined and things found in others`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("2026-03-15 + duration(1, 'D')", "2026-03-16"), ("2026-01-31 + duration(1, 'M')", "2026-02-28"),
        ("duration(1, 'Y') + 2024-02-29", "2025-02-28"), ("2026-03-15 - 2026-03-01", "14 days"),
        ("2026-03 - 2025-01", "1 year 2 months"), ("now - datetime('2026-03-15T09:00:00Z')", "1 hour 30 minutes"),
        ("2026-03 + duration('2 months')", "2026-05"), ("2026-03-15 - duration('1 week')", "2026-03-08"),
        ("duration('1 day') + duration('12 hours')", "1 day 12 hours"), ("duration('1 day') * 3", "3 days"),
        ("-duration('1 day')", "-1 day"), ("2026-03-15 + duration('90 minutes')", "2026-03-15T01:30:00Z"),
        ("now + duration('1 month')", "2026-04-15T10:30:00Z"), ("today - today", "0 days"),
        ("today + 1", "ERROR only a duration can be added to a date; use add_days or add_months"),
        ("today - 1", "ERROR 1 cannot be taken from a date; use add_days or add_months"),
        ("2026-03 + duration('1 day')", "ERROR only months and years can be added to a month"),
        ("9999-12-31 + duration('1 day')", "ERROR the date is outside the years 1 to 9999"),
        ("2026-03", "2026-03"), ("2026 - 03", "2023"), ("2026-3", "2023"), ("[2026-03-15]", "[2026-03-15]"),
        ("20260-03", "20257"), ("1-03", "-2"),
    ])
    func `dates and durations are reckoned`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("person.region", "Nairobi"), ("PERSON.Region", "Nairobi"), ("person.language", "sw"),
        ("person[\"region\"]", "Nairobi"), ("person[\"town\"]", "null"), ("items[0]", "a"), ("items[-1]", "true"),
        ("items.1", "2"), ("p.start['m']", "1965-01"), ("p.start[if(n = 3, 'f', 'm')]", "1970-01"), ("[1, 2][1]", "2"),
        ("person.regoin", "ERROR the object has no regoin; did you mean region?"),
        ("items[3]", "ERROR the list has no item 3, it has 3"), ("items['x']", "ERROR \"x\" is no position in a list"),
        ("name.first", "ERROR \"Amina\" has no first"), ("nobody", "ERROR there is no name nobody"),
        ("person", "{region: Nairobi, Language: sw, age: 35}"), ("items", "[a, 2, true]"), ("[]", "[]"),
    ])
    func `paths and indexes find their values`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        (#""a\tb\n""#, "a\tb\n"), (#""say \"hi\"""#, "say \"hi\""), (#"'it\'s'"#, "it's"), (#""\u00e9""#, "é"),
        (#""\U0001F600""#, "😀"), (#""buy (\w+)""#, #"buy (\w+)"#), (#""\t and \w""#, #"\t and \w"#), ("'\"'", "\""),
    ])
    func `escapes are Go's, and one unknown escape keeps the text as it is`(source: String, result: String) {
        #expect(shown(source) == result)
    }
}
