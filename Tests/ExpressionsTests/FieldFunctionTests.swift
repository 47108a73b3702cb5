import Expressions
import Testing

/// Rows the field's own functions have as examples or tests (goflow, excellent/functions), and our edges of them.
struct FieldFunctionTests {
    @Test(arguments: [
        ("char(128512)", "😀"), ("char(\"foo\")", "ERROR char: \"foo\" is no number"),
        ("char(55296)", "ERROR char: no character has the code 55296"),
        ("char(-1)", "ERROR char: no character has the code -1"),
        ("char(12345678901234567890)", "ERROR char: 12345678901234567890 is too large a whole number"),
        ("code(\"😁\")", "128513"), ("code(15)", "49"),
        ("code(\"\")", "ERROR code: an empty text has no first character"),
        ("trim(\"*=*abc=*=\", \"*=\")", "abc"), ("trim_left(\"   abc   \") & \".\"", "abc   ."),
        ("trim_right(\"   abc   \") & \".\"", "   abc."), ("trim(\"xx\", \"x\")", ""), ("upper(\"ß é\")", "ß É"),
        ("word_slice(\"hello-world from mars\", 0, 2)", "hello world"),
        ("word_slice(\"hello-world from mars\", 2)", "from mars"), ("word_slice(\"hello-world from mars\", 10)", ""),
        ("word_slice(\"hello-world from mars\", 3, 10)", "mars"), ("word_slice(\"bee cat dog\", 1, -1)", "cat dog"),
        ("word_slice(\"bee cat dog\", 1, 0)", "cat dog"),
        ("word_slice(\"bee cat\", -1, 2)", "ERROR word_slice: the start must not be negative"),
        ("word_slice(\"bee cat\", 3, 1)", "ERROR word_slice: the end must come after the start"),
        ("word_slice(\"post_special_chars\", 1, 2, \"_\")", "special"),
        ("word_slice(\"bee.*cat,dog\", 1, -1, \".*=|,\")", "cat dog"),
        ("field(\"a,,b,c\", 1, \",\")", ""), ("field(\"a   b c\", 1, \" \")", "b"), ("field(\"a,b\", 5, \",\")", ""),
        ("field(\"hello,world\", 2.1, \",\")", ""), ("field(\"hello\", 0, \"\")", "h"),
        ("field(\"a, b \", 1, \",\")", "b"),
        ("field(\"a\", -2, \",\")", "ERROR field: the position must not be negative"),
        ("split(\"1 2,3\")", "[1, 2, 3]"), ("split(\"a|b,c  d\", \" .|,\")", "[a, b, c, d]"),
        ("split(\"1,2\", \".\")", "[1,2]"), ("split(\"a.b\", \"\")", "[a, b]"), ("split(\"\")", "[]"),
        ("remove_first_word(\"'start' this\")", "this"), ("remove_first_word(\"“SIGN ABCDEF”\")", "ABCDEF”"),
        ("remove_first_word(\"ጥሩ ፍሰቶች\")", "ፍሰቶች"), ("remove_first_word(\"hello\")", ""),
        ("word(\"hello World\", 1.5)", "World"), ("word(\"“SIGN ABCDEF”\", 0)", "SIGN"),
        ("text_length(\" 2♣️ \")", "5"), ("text_length(null)", "0"), ("text_slice(\"hello\", -7)", "hello"),
        ("text_slice(\"hello\", 7, -7)", ""), ("replace(\"foo 😁 bar\", \"😁\", \"😂\")", "foo 😂 bar"),
        ("replace(\"hi ho hi\", \"hi\", \"bye\", 0)", "hi ho hi"), ("replace(\"ab\", null, \"-\")", "-a-b-"),
        ("text_length(repeat(\"é\", 10000))", "10000"),
        ("repeat(\"abcdefghij\", 1001)", "ERROR repeat: the text would have more than 10000 characters"),
        ("read_chars(\"abcd\")", "a b c d"), ("read_chars(\"12345678\")", "1 2 3 4 , 5 6 7 8"),
        ("read_chars(\"+12\")", "1 , 2"), ("read_chars(\"héllo!\")", "h é l , l o !"), ("read_chars(\"\")", ""),
        ("percent(\".54\")", "54%"), ("percent(1.246)", "125%"), ("percent(1.2)", "120%"), ("percent(-0.005)", "-1%"),
        ("percent(\"\")", "ERROR percent: \"\" is no number"),
        ("html_decode(\"Red&nbsp;&amp;&nbsp;Blue\")", "Red & Blue"), ("html_decode(\"5 + 10 & &\")", "5 + 10 & &"),
        ("html_decode(\"&#233;&#xE9;&eacute; &nosuch; &amp;lt;\")", "ééé &nosuch; &lt;"),
        ("html_decode(\"&#55296; &#x110000;\")", "&#55296; &#x110000;"),
        ("format_location(\"Rwanda\")", "Rwanda"), ("format_location(\"Rwanda > Kigali > \")", ""),
        ("url_encode(\"hi-% ?/\")", "hi-%25%20%3F%2F"),
    ])
    func `texts`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("regex_match(\"zAbc\", \"a\\w\")", "Ab"), ("regex_match(\"<html>\", \"<(\\w+)>\", 1)", "html"),
        ("regex_match(\"sda34dfddg67\", \"\\d+\")", "34"), ("regex_match(\"Bob Smith\", \"(\\w+) (\\w+)\", 1)", "Bob"),
        ("regex_match(\"<html>\", \"<(\\w+)>\", 2)", "ERROR regex_match: the pattern has no group 2"),
        ("regex_match(\"abc\", \"\\d\")", "ERROR regex_match: the pattern does not match"),
        ("regex_match(\"abc\", \"(??\")", "ERROR regex_match: the text is no pattern: (? is followed by no mode"),
        ("regex_match(\"abc\", \"[a\")", "ERROR regex_match: the text is no pattern: a [ is not closed"),
        ("has_pattern(\"Sell cheese please\", \"buy (\\w+)\")", "false"), ("has_pattern(\"a\", \"HTML|A\")", "true"),
        ("has_pattern(\"html\", \"(?-i)HTML\")", "false"), ("has_pattern(\"12345\", \"\\A\\d{5}\\z\")", "true"),
        ("has_pattern(\"12345 \", \"\\A\\d{5}\\z\")", "false"), ("has_pattern(\"a\\nb\", \"^b$\")", "true"),
        ("has_pattern(\"hi there 😂\", \"[😀-🙏]\")", "true"), ("has_pattern(\"hi there\", \"[😀-🙏]\")", "false"),
        ("has_pattern(\"x\", \"\")", "true"),
        ("has_pattern(\"x\", \"a**\")", "ERROR has_pattern: the text is no pattern: * repeats nothing"),
        ("has_pattern(\"x\", \"a)\")", "ERROR has_pattern: the text is no pattern: a ) has no ("),
        ("has_pattern(\"x\", \"\\k\")", "ERROR has_pattern: the text is no pattern: \\k means nothing"),
        ("has_pattern(\"x\", \"((a{100}){100}){100}\")", "ERROR has_pattern: the pattern is too large"),
        ("has_pattern(repeat(\"a\", 2000), \"(a*)*b\")", "false"),
        ("has_pattern(repeat(\"a\", 9999), \"(a?){100}b\")", "ERROR the expression takes too many steps"),
        ("regex_match(\"aaa\", \"a+?\")", "a"), ("regex_match(\"abcd\", \"ab|abc\")", "ab"),
        ("regex_match(\"xaby\", \"(a|ab)(c|bcd)?\")", "a"), ("regex_match(\"foobar\", \"(?P<x>o+)\", 1)", "oo"),
        ("regex_match(\"Élan\", \"\\pL+\")", "Élan"), ("regex_match(\"a-b]c\", \"[^\\]-]+\")", "a"),
        ("regex_match(\"ab{c\", \"b{c\")", "b{c"), ("regex_match(\"a1b\", \"\\D\\d(?:b|c)\")", "a1b"),
    ])
    func `patterns match as RE2's do`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("has_text(\"  \\n\")", "false"), ("has_text(123)", "true"), ("has_text(null)", "false"),
        ("has_value(null)", "false"), ("has_value(1 / 0)", "false"), ("has_value(\"x\")", "true"),
        ("has_value(fact)", "unknown"), ("has_error(failed)", "true"), ("has_error(1)", "false"),
        ("has_only_text(\"foo\", \"foo\")", "true"), ("has_only_text(\"foo\", \" foo\")", "false"),
        ("has_phrase(\"the Quick Brown fox\", \"quick fox\")", "false"), ("has_phrase(\"x\", \"\")", "true"),
        ("has_phrase(\"the the fox\", \"the fox\")", "true"), ("has_phrase(\"a\", \"a b\")", "false"),
        ("has_only_phrase(\"the Quick\", \"\")", "false"), ("has_only_phrase(\"\", \"\")", "true"),
        ("has_only_phrase(\" world Too \", \"world too\")", "true"),
        ("has_any_word(\"this.is.my.βήτα\", \"βήτα\")", "true"), ("has_any_word(\"to you📴\", \"📴\")", "true"),
        ("has_any_word(\"I don't\", \"don't dont\")", "true"), ("has_any_word(\"but foo\", null)", "false"),
        ("has_all_words(\"this World too\", \"world too\")", "true"),
        ("has_all_words(\"quick fox\", \"red fox\")", "false"),
        ("has_beginning(\"  HelloThere\", \"hello\")", "true"), ("has_beginning(\"hel\", \"hello\")", "false"),
        ("has_beginning(\"x\", \"\")", "false"), ("has_beginning(\"The Quick\", \"the   quick\")", "false"),
        ("has_number(\"nothing here\")", "false"), ("has_number(\"lOO\")", "false"), ("has_number(\"२५ रुपये\")", "true"),
        ("has_number_eq(\"the number -10\", -10)", "true"), ("has_number_eq(\"1,000,000\", 1000000)", "true"),
        ("has_number_eq(\"hi.51\", 51)", "true"), ("has_number_eq(\"hi .51\", 0.51)", "true"),
        ("has_number_eq(\"2 or 1\", 1)", "true"), ("has_number_eq(\"24ans\", 24)", "true"),
        ("has_number_lt(\"too big 15\", 12)", "false"), ("has_number_lte(\"12\", 12)", "true"),
        ("has_number_gt(\"not great -12.51\", -12.51)", "false"), ("has_number_gte(\"too small -12\", -11)", "false"),
        ("has_number_lt(\"x\", \"foo\")", "ERROR has_number_lt: \"foo\" is no number"),
        ("has_number_between(\"another is -12.51\", -12.51, -10)", "true"),
        ("has_number_between(\"42\", 50, 60)", "false"), ("has_date(\"this is no date 33.2.99\")", "false"),
        ("has_date(\"just a year 2017\")", "false"), ("has_date(\"last was 1.10.99\")", "true"),
        ("has_date_eq(\"last was 1.10.2017\", \"2017-10-01\")", "true"),
        ("has_date_lt(\"last was 1.10.99\", \"3.10.98\")", "false"), ("has_date_gt(\"no date\", 2026-01-01)", "false"),
        ("has_date_eq(\"x\", \"not date\")", "ERROR has_date_eq: \"not date\" is no date; write it like 2026-03-15"),
        ("has_time(\"last was 10:30\")", "true"), ("has_time(\"no time 59:77\")", "false"),
        ("has_time(\"just the number 25\")", "false"), ("has_email(\"my email is foo@bar.com.\")", "true"),
        ("has_email(\"FOO@βήτα.whatzit\")", "true"), ("has_email(\"foo @ bar . com\")", "false"),
        ("has_email(\"foo@bar\")", "false"), ("has_phone(\"+12067799294\")", "true"),
        ("has_phone(\"0788123123\")", "false"),
        ("has_phone(\"none of your business\")", "false"), ("similar(\"nairobi\", \"Nairobi\")", "true"),
        ("similar(\"cat\", \"car\")", "false"), ("similar(\"1234\", \"1235\")", "false"),
        ("similar(\"mombassa\", \"mombasa\")", "true"),
        ("similar(\"garden\", \"gander\")", "false"),
    ])
    func `answers are tested`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("date(\"1979-07-18T10:30:45.123456Z\")", "1979-07-18"), ("date(\"10/05/2010\")", "2010-05-10"),
        ("date(\"01-12-2017 10:15pm\")", "2017-12-01"), ("date(\"born on 5.6.1990\")", "1990-06-05"),
        ("date(\"01.15.2017\")", "ERROR date: \"01.15.2017\" is no date; write it like 2026-03-15"),
        ("datetime(\"01-12-2017 10:15pm\")", "2017-12-01T22:15:00Z"),
        ("time(\"10:30\")", "10:30"), ("time(\"1030\")", "10:30"), ("time(\"930\")", "09:30"),
        ("time(\"10 PM\")", "22:00"),
        ("time(\"12:00 AM\")", "00:00"), ("time(\"12:00pm\")", "12:00"), ("time(\"24:00\")", "00:00"),
        ("time(9)", "09:00"),
        ("time(24)", "00:00"), ("time(now)", "10:30"), ("time(\"10:30:45\") & \"\"", "10:30:45"),
        ("time(25)", "ERROR time: 25 is no time; write it like 16:30"),
        ("time(\"what?\")", "ERROR time: \"what?\" is no time; write it like 16:30"),
        ("time(\"9:00\") < time(\"17:00\")", "true"), ("time(now) >= \"10:30\"", "true"),
        ("time(\"10:30\") = \"10:30\"", "true"),
        ("between(time(now), \"09:00\", \"17:00\")", "true"), ("if(time(\"00:00\"), 1, 2)", "2"),
        ("json(time(\"9:05\"))", "\"09:05\""), ("time_from_parts(8, 10, 0)", "08:10"),
        ("time_from_parts(25, 0, 0)", "ERROR time_from_parts: no clock shows 25:0:0"),
        ("replace_time(now, \"10:45\")", "2026-03-15T10:45:00Z"),
        ("replace_time(\"2017-01-15\", \"10:30\")", "2017-01-15T10:30:00Z"),
        (
            "replace_time(\"foo\", \"10:30\")",
            "ERROR replace_time: \"foo\" is no date and time; write it like 2026-03-15T10:30:00Z"
        ),
        ("week_number(\"2019-01-01\")", "1"), ("week_number(\"23/07/2019\")", "30"), ("week_number(2026-12-31)", "53"),
        ("weekday(\"01-12-2017\")", "5"), ("parse_time(\"15:28\", \"tt:mm\")", "15:28"),
        ("parse_time(\"xxxx\", \"tt:mm\")", "ERROR parse_time: \"xxxx\" is not written as tt:mm"),
        ("parse_time(\"1\", \"ttttt\")", "ERROR parse_time: ttttt is no date format; use YYYY, MM, DD, tt, mm"),
        ("parse_datetime(\"1979-07-18\", \"YYYY-MM-DD\")", "1979-07-18T00:00:00Z"),
        ("parse_datetime(\"2010 5 10\", \"YYYY M DD\")", "2010-05-10T00:00:00Z"),
        ("parse_datetime(\"1977-06-23T15:34:00.1234Z\", \"YYYY-MM-DDTtt:mm:ssZ\")", "1977-06-23T15:34:00.123Z"),
        ("parse_datetime(\"1977-06-23T15:34:00.000000Z\", \"YYYY-MM-DDTtt:mm:ss.ffffffZ\")", "1977-06-23T15:34:00Z"),
        ("parse_datetime(\"1977-06-23 03:34 PM\", \"YYYY-MM-DD tt:mm AA\")", "1977-06-23T15:34:00Z"),
        ("parse_datetime(\"2010 5 10 12:50\", \"YYYY M DD tt:mm\", \"-07:00\")", "2010-05-10T19:50:00Z"),
        (
            "parse_datetime(\"1977-06-23 15:34\", \"YYYY-MM-DD\")",
            "ERROR parse_datetime: \"1977-06-23 15:34\" is not written as YYYY-MM-DD"
        ),
        (
            "parse_datetime(\"1977-02-30\", \"YYYY-MM-DD\")",
            "ERROR parse_datetime: \"1977-02-30\" is not written as YYYY-MM-DD"
        ),
        (
            "parse_datetime(\"1977-06-23\", \"YYYY-MM-DD\", \"Cuenca\")",
            "ERROR parse_datetime: \"Cuenca\" is no offset from UTC; write it like +08:00"
        ),
        ("format_time(\"14:50:30.000000\", \"h:mm aa\")", "2:50 pm"), ("format_time(\"15:00:27\", \"s\")", "27"),
        ("format_time(\"15:34\", \"YY\")", "ERROR format_time: YY tells no time; use tt, mm, ss"),
        ("format_date(today, \"tt\")", "ERROR format_date: tt tells no date; use YYYY, MM, DD"),
        (
            "format_datetime(\"1977-06-23T15:34:00.123Z\", \"YYYY-MM-DDTtt:mm:ss.fffZ\", \"-07:00\")",
            "1977-06-23T08:34:00.123-07:00"
        ),
        ("format_datetime(\"1977-06-23T15:34:00.123Z\", \"s.ffffff ZZZ\")", "0.123000 +00:00"),
        ("format_datetime(now, \"YY-MM-DD h:mm:ss AA\", \"UTC\")", "26-03-15 10:30:00 AM"),
        ("format_date(today, \"YYYY年M月D日\")", "2026年3月15日"), ("format(1234.567)", "1,234.567"), ("format(null)", ""),
        ("format(object(\"a\", 1000, \"b\", true))", "a: 1,000\nb: true"), ("format(now)", "15 March 2026 10:30"),
        ("format([1, fact])", "ERROR format: the value is not known yet"),
    ])
    func `dates and times`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("en", "Mar Sun AM"), ("fr", "mars dim. AM"), ("zh-Hans", "3月 周日 上午"), ("hi", "मार्च रवि AM"),
        ("ar", "مارس الأحد ص"), ("sw", "Mac Jumapili AM"), ("bn", "03 0 AM"),
    ])
    func `short names are those of the language`(language: String, text: String) {
        #expect(shown("format_datetime(now, 'MMM EEE AA')", language: language) == text)
    }
}
