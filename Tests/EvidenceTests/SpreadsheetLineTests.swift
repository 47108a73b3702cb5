import Evidence
import Testing

struct SpreadsheetLineTests {
    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"), (["", ""], ",\r\n"),
        (["=cmd|' /C calc'!A0"], "'=cmd|' /C calc'!A0\r\n"), (["+1", "@x", "-x", "\tx"], "'+1,'@x,'-x,'\tx\r\n"),
        (["-12.5", "-3"], "-12.5,-3\r\n"), (["=1,2"], "\"'=1,2\"\r\n"), (["\r=1"], "\"'\r=1\"\r\n"),
    ]) func `a field stands as it is, and nothing in it is computed`(fields: [String], line: String) {
        #expect(SpreadsheetLine(fields).text == line)
    }
}
