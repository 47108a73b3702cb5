/// One part of an SMS.
package struct Segment: Hashable, Sendable {
    /// The characters of this part.
    package let text: String
    /// Septets or UTF-16 units, in the encoding of the whole message.
    package let units: Int
}

/// Cuts a text into the parts an SMS travels in: 160 septets or 70 UCS-2 units alone, 153 or 67 in each of several
/// (3GPP TS 23.040, section 9.2.3.24.1, with an 8-bit reference).
///
/// An escape pair, a surrogate pair or a grapheme cluster is never divided. Only a cluster that is longer than a whole
/// segment is, and then between its scalars.
package enum Segments {
    /// The most parts that one message can number; a longer text is split all the same, and fits no limit.
    package static let maximum = 255

    /// The segments of a text; an empty text is one empty segment, since it is still one message.
    package static func split(_ text: String) -> [Segment] {
        let measure = TextMeasure(of: text)
        if measure.units <= measure.encoding.unitsAlone { return [Segment(text: text, units: measure.units)] }
        var segments: [Segment] = []
        walk(text, in: measure.encoding) { range, units in
            segments.append(Segment(text: String(text[range]), units: units))
        }
        return segments
    }

    /// How many segments a text takes.
    package static func count(_ text: String) -> Int {
        let measure = TextMeasure(of: text)
        if measure.units <= measure.encoding.unitsAlone { return 1 }
        var count = 0
        walk(text, in: measure.encoding) { _, _ in count += 1 }
        return count
    }

    private static func walk(_ text: String, in encoding: TextEncoding, body: (Range<String.Index>, Int) -> Void) {
        let limit = encoding.unitsInSegment
        let scalars = text.unicodeScalars
        var start = text.startIndex
        var units = 0

        func place(at index: String.Index, _ cost: Int) {
            if units + cost > limit {
                body(start..<index, units)
                start = index
                units = 0
            }
            units += cost
        }

        for index in text.indices {
            let cluster = scalars[index..<text.index(after: index)]
            let cost = cluster.reduce(0) { $0 + encoding.units(of: $1) }
            if cost <= limit {
                place(at: index, cost)
            } else {
                for inner in cluster.indices { place(at: inner, encoding.units(of: cluster[inner])) }
            }
        }
        body(start..<text.endIndex, units)
    }
}
