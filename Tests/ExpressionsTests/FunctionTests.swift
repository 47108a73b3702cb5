import Expressions
import Testing

struct FunctionTests {
    @Test(arguments: Function.all.map { ($0.example.source, $0.example.result) })
    func `each function's example holds`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test func `each function has its own lower-case name, a summary and calls itself in its example`() {
        let names = Function.all.map(\.name)
        #expect(Set(names).count == names.count)
        for function in Function.all {
            #expect(function.name == function.name.lowercased())
            #expect(!function.summary.isEmpty)
            #expect(function.example.source.contains(function.name + "("))
            #expect(Function.named(function.name.uppercased())?.name == function.name)
        }
    }

    @Test(arguments: [
        ("UPPER(\"asdf\")", "ASDF"), ("upper(123)", "123"), ("title(\"foo\")", "Foo"), ("title(123)", "123"),
        ("trim(\"xxhixx\", \"x\")", "hi"), ("text_length(\"😀😃\")", "2"), ("text_length([2, 3])", "6"),
        ("text_slice(\"hello\", 2)", "llo"), ("text_slice(\"hello😁\", -3, -1)", "lo"), ("text_slice(\"hello\", 7)", ""),
        ("word(\"bee.cat,dog\", 1)", "cat"), ("word(\"bee.*cat,dog\", 1, \".*=|\")", "cat,dog"),
        ("word(\"O'Grady O'Flaggerty\", 1, \" \")", "O'Flaggerty"),
        ("word(\"a\", 3)", "ERROR word: there is no word 3, the text has 1"), ("word_count(\"\")", "0"),
        ("word_count(\"😀😃😄😁\")", "4"), ("word_count(\"bee.*cat,dog\", \".*=|\")", "2"), ("word_count(10)", "1"),
        ("remove_first_word(\"Hi there. I'm a flow!\")", "there. I'm a flow!"), ("remove_first_word(\"\")", ""),
        ("split(\"a.b.c.\", \".\")", "[a, b, c]"), ("split(\"a b\")", "[a, b]"),
        ("split(\"abc..d\", \".\")", "[abc, d]"),
        ("replace(\"foo bar foo\", \"foo\", \"zap\")", "zap bar zap"),
        ("replace(\"foo bar\", \"baz\", \"zap\")", "foo bar"),
        ("replace(\"aaa\", \"aa\", \"b\")", "ba"), ("replace(\"a\", \"\", \"b\")", "bab"),
        ("repeat(\"*\", 8)", "********"), ("repeat(\"*\", \"foo\")", "ERROR repeat: \"foo\" is no number"),
        ("repeat(\"*\", -1)", "ERROR repeat: a text cannot be repeated -1 times"),
        ("repeat(\"ab\", 5001)", "ERROR repeat: the text would have more than 10000 characters"),
        ("clean(\"😃 Hello \\nwo\\tr\\rld\")", "😃 Hello world"), ("last4(12)", "12"),
        ("text_compare(\"zzz\", \"aaa\")", "1"),
    ])
    func `texts`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("round(12)", "12"), ("round(12.141)", "12"), ("round(12.6)", "13"), ("round(12.141, 2)", "12.14"),
        ("round(12.146, -1)", "10"), ("round(-2.5)", "-3"), ("round(2.5)", "3"), ("round_up(12.141)", "13"),
        ("round_up(12.141, 2)", "12.15"), ("round_up(-1.5)", "-1"), ("round_up(7 / 12, 0.5)", "1"),
        ("round_up(6 / 12, 0.5)", "0.5"), ("round_up(12 / 12, 0.5)", "1"), ("round_down(12.6)", "12"),
        ("round_down(12.146, 2)", "12.14"), ("round_down(2.9, 0.5)", "2.5"), ("floor(-0.5)", "-1"), ("floor(5)", "5"),
        ("round(\"notnum\", 2)", "ERROR round: \"notnum\" is no number"), ("mod(5, 2)", "1"), ("mod(-5, 3)", "-2"),
        ("mod(5.5, 2)", "1.5"), ("mod(1, 0)", "ERROR mod: a number cannot be divided by zero"),
        ("max(1, -1, 10)", "10"),
        ("min([])", "ERROR min: there are no numbers"), ("sum(1, 2)", "3"), ("sum([])", "0"), ("mean(1, 2)", "1.5"),
        ("abs(\"-3\")", "3"), ("step(p.table, 2029)", "180"), ("step(p.table, 2030)", "186"), ("step([], 1)", "0"),
        ("format_number(1234567.891)", "1,234,567.891"), ("format_number(1234.5678, 0, false)", "1235"),
        ("format_number(-1234, 2)", "-1,234.00"), ("round(-0.4)", "0"), ("-0", "0"), ("0 * -1", "0"),
        ("round(5, -100)", "0"), ("number(\"-0.0\")", "0"), ("round_up(5, -100) > 10 ^ 99", "true"), ("-0.0 + 1", "1"),
        ("word(name, -9223372036854775808)", "ERROR word: -9223372036854775808 is too large a whole number"),
        ("items[-9223372036854775808]", "ERROR the list has no item -9223372036854775808, it has 3"),
        (
            "datetime_from_epoch(-9223372036854775808)",
            "ERROR datetime_from_epoch: the date is outside the years 1 to 9999"
        ),
        ("10 ^ -100 / 10 ^ 100", "ERROR the result is too large or too small"),
        ("mod(10 ^ 100, 3)", "ERROR mod: the numbers are too far apart to be divided exactly"),
        ("format_number(10 ^ 6)", "1,000,000"),
        ("format_number(999)", "999"), ("format_number(0.5, 2)", "0.50"),
        ("number(\".5\")", "0.5"), ("number(\"-12\")", "-12"),
        ("number(\"1e5\")", "ERROR number: \"1e5\" is no number"),
        ("number(\"12abc\")", "ERROR number: \"12abc\" is no number"), ("boolean(0)", "false"),
        ("boolean(\"no\")", "true"),
    ])
    func `numbers`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("today", "2026-03-15"), ("now", "2026-03-15T10:30:00Z"),
        ("date(\"NOT DATE\")", "ERROR date: \"NOT DATE\" is no date; write it like 2026-03-15"),
        ("date_from_parts(2017, 2, 31)", "2017-03-03"),
        ("date_from_parts(2017, 13, 15)", "ERROR date_from_parts: the month must be 1 to 12, not 13"),
        ("datetime_diff(\"2017-01-15\", \"2017-05-15\", \"W\")", "17"),
        ("datetime_diff(\"2017-01-15\", \"2017-05-15\", \"M\")", "4"),
        ("datetime_diff(\"2017-01-17 10:50\", \"2017-01-17 12:30\", \"h\")", "1"),
        ("datetime_diff(\"2017-01-17\", \"2015-12-17\", \"Y\")", "-2"),
        ("datetime_add(\"2017-01-15\", 5, \"D\")", "2017-01-20T00:00:00Z"),
        ("datetime_diff(today, today, \"x\")", "ERROR datetime_diff: \"x\" is no unit; use Y, M, W, D, h, m or s"),
        ("weekday(\"2017-01-15\")", "0"), ("weekday(today + duration('1 day'))", "1"), ("age(born)", "35"),
        ("age(2000-03-16)", "25"), ("age(2000-03-15)", "26"), ("age(1990-05)", "35"), ("age(1990-03)", "36"),
        ("months_between(left_month, today)", "2"), ("months_between(today, left_month)", "-2"),
        ("months_between(2026-01-31, 2026-02-28)", "1"), ("months_between(2026-01-15, 2026-02-14)", "0"),
        ("months_between(2026-03, 2026-03)", "0"), ("add_months(left_month, 12)", "2027-01"),
        ("add_months(\"2026-01\", -1)", "2025-12"),
        ("add_months(2024-01-31, 1)", "2024-02-29"), ("next_september(today)", "2026-09"),
        ("next_september(2026-09)", "2026-09"),
        ("year(today)", "2026"), ("days_between(2026-12-25, 2026-03-15)", "-285"), ("epoch(now)", "1773570600"),
        ("format_date(today, \"DD/MM/YY\")", "15/03/26"), ("format_date(today, \"EEEE D MMMM\")", "Sunday 15 March"),
        ("format_time(now, \"h:mm aa\")", "10:30 am"),
        ("format_date(today, \"qq\")", "ERROR format_date: qq is no date format; use YYYY, MM, DD, tt, mm"),
        ("format_datetime(now, \"YYYY-MM-DDTtt:mm:ssZ\")", "2026-03-15T10:30:00Z"),
        ("duration(\"2 years 3 months\")", "2 years 3 months"),
        ("duration(1, \"x\")", "ERROR duration: \"x\" is no unit; use Y, M, W, D, h, m or s"),
        ("between(5, 1, 3)", "false"),
    ])
    func `dates`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("en", "March 2026", "15 March 2026"), ("zh-Hans", "2026年3月", "2026年3月15日"), ("hi", "मार्च 2026", "15 मार्च 2026"),
        ("ar", "مارس 2026", "15 مارس 2026"), ("sw", "Machi 2026", "15 Machi 2026"),
        ("fr-SN", "mars 2026", "15 mars 2026"),
        ("bn", "2026-03", "2026-03-15"),
    ])
    func `months and dates are written in the language`(language: String, month: String, date: String) {
        #expect(shown("format_month(today)", language: language) == month)
        #expect(shown("format_date(today)", language: language) == date)
    }

    @Test func `the day is the one on the person's clock`() {
        #expect(shown("today", utcOffset: 14 * 3_600) == "2026-03-16")
        #expect(shown("now", utcOffset: 8 * 3_600) == "2026-03-15T18:30:00+08:00")
        #expect(shown("format_time(now)", utcOffset: -5 * 3_600 - 1_800) == "05:00")
        #expect(shown("datetime(today)", utcOffset: 3_600) == "2026-03-15T00:00:00+01:00")
    }

    @Test(arguments: [
        ("plural(1, 'day', 'days')", "day"), ("plural(0, 'day', 'days')", "days"), ("first([])", "null"),
        ("last(items)", "true"), ("slice(items, 1)", "[2, true]"), ("slice(items, 5)", "[]"),
        ("sort([\"b\", \"a\"])", "[a, b]"),
        ("sort([2026-03, 2025-01])", "[2025-01, 2026-03]"), ("sort([1, \"x\"])", "ERROR sort: \"x\" is no number"),
        ("unique([1, 1.0, 2])", "[1, 2]"), ("concat([])", "[]"), ("count(person)", "3"),
        ("count(1)", "ERROR count: 1 is no list"),
        ("contains(name, \"min\")", "true"), ("keys(person)", "[region, Language, age]"),
        ("join(items, \"-\")", "a-2-true"),
        ("join([1, fact], \"-\")", "ERROR join: the value is not known yet"),
        ("object(\"a\")", "ERROR object: each key needs a value"),
        ("json(object(\"a\", [1, 2.50], \"b\", null))", #"{"a":[1,2.5],"b":null}"#), ("json(today)", "\"2026-03-15\""),
        ("parse_json(\"{\\\"foo\\\": \\\"bar\\\"}\").foo", "bar"),
        ("parse_json(\"invalid\")", "ERROR parse_json: the text is no JSON: this is no value"),
        ("url_encode(\"ä+1\")", "%C3%A4%2B1"), ("default(name, \"x\")", "Amina"), ("default(nothing, \"x\")", "x"),
        ("is_error(1)", "false"), ("if(\"foo\" > \"bar\", \"foo\", \"bar\")", "ERROR \"foo\" is no number"),
        ("and(true, false, true)", "false"), ("or(true)", "true"),
    ])
    func `lists, objects and choices`(source: String, result: String) {
        #expect(shown(source) == result)
    }
}
