import Telephony
import Testing

struct SegmentsTests {
    @Test(arguments: [
        ("a", 0, 1), ("a", 160, 1), ("a", 161, 2), ("a", 306, 2), ("a", 307, 3), ("€", 80, 1), ("€", 81, 2),
        ("€", 152, 2),
        ("€", 153, 3), ("中", 70, 1), ("中", 71, 2), ("中", 134, 2), ("中", 135, 3), ("😀", 35, 1), ("😀", 36, 2),
        ("😀", 66, 2),
        ("😀", 67, 3),
    ])
    func `a text takes the segments the standard gives it`(piece: String, times: Int, count: Int) {
        let text = String(repeating: piece, count: times)
        #expect(Segments.count(text) == count)
        #expect(Segments.split(text).count == count)
    }

    @Test func `an escape pair and a surrogate pair leave the odd unit unused`() {
        #expect(Segments.split(String(repeating: "€", count: 81)).map(\.units) == [152, 10])
        #expect(Segments.split(String(repeating: "😀", count: 36)).map(\.units) == [66, 6])
    }

    @Test func `one character outside GSM-7 makes every segment UCS-2`() {
        #expect(TextMeasure(of: "a’b") == TextMeasure(of: "中文字"))
        #expect(Segments.split(String(repeating: "a", count: 100) + "’").map(\.units) == [67, 34])
    }

    @Test func `segments give the text back, fit, and are as many as counted`() {
        for text in RandomText.many(600, upTo: 400, seed: 4) {
            let segments = Segments.split(text)
            let encoding = TextMeasure(of: text).encoding
            let limit = segments.count == 1 ? encoding.unitsAlone : encoding.unitsInSegment
            #expect(segments.map(\.text).joined().utf8.elementsEqual(text.utf8))
            #expect(segments.count == Segments.count(text))
            for segment in segments {
                #expect(segment.units <= limit)
                #expect(units(of: segment.text, in: encoding) == segment.units)
            }
        }
    }

    @Test func `no segment ends inside a character`() {
        for text in RandomText.many(300, upTo: 400, seed: 5) {
            let whole = Array(text)
            #expect(Segments.split(text).flatMap { Array($0.text) } == whole)
        }
    }

    @Test func `only a character longer than a segment is divided, and never inside a pair`() {
        let giant = "a" + String(repeating: "\u{301}", count: 100) + String(repeating: "\u{1D165}", count: 50)
        let segments = Segments.split(giant)
        #expect(segments.map(\.text).joined().utf8.elementsEqual(giant.utf8))
        #expect(segments.allSatisfy { $0.units <= 67 && !$0.text.contains("\u{FFFD}") })
        #expect(segments.reduce(0) { $0 + $1.units } == giant.utf16.count)
    }

    @Test func `more than the most segments fit no message`() {
        let text = String(repeating: "a", count: 153 * 255)
        #expect(ScreenLimit.sms(segments: .max).fits(text))
        #expect(!ScreenLimit.sms(segments: .max).fits(text + "a"))
    }

    @Test func `the dear characters of a text are named`() {
        let found = CostlyCharacter.all(in: "a€b’c’d{€中")
        #expect(found.map(\.character) == ["’", "中", "€", "{"])
        #expect(found.map(\.count) == [2, 1, 2, 1])
        #expect(found.map(\.cost) == [.forcesUCS2, .forcesUCS2, .twoSeptets, .twoSeptets])
        #expect(found.map(\.replacement) == ["'", nil, nil, nil])
        #expect(CostlyCharacter.all(in: "plain text").isEmpty)
    }

    private func units(of text: String, in encoding: TextEncoding) -> Int? {
        switch encoding {
        case .gsm7: GSM7.septets(text)
        case .ucs2: text.utf16.count
        }
    }
}
