/// The words of the line that leads from page to page, with the digit that each answers to.
package struct Navigation: Hashable, Sendable {
    /// For example "9 More".
    package let more: String
    /// For example "0 Back".
    package let back: String

    /// The words for going on and for going back.
    package init(more: String, back: String) {
        self.more = more
        self.back = back
    }
}

/// Why a text and its options cannot be shown within a limit.
package enum PageFault: Error, Hashable, CustomStringConvertible {
    /// Not even the option at this position, counted from 0, fits with the navigation line.
    case option(Int, limit: ScreenLimit)
    /// Not even the next character of the text fits with the navigation line.
    case text(limit: ScreenLimit)

    /// What does not fit which limit, and what to shorten.
    package var description: String {
        switch self {
        case .option(let index, let limit):
            "option \(index + 1) and the navigation line do not fit \(limit): shorten the option"
        case .text(let limit):
            "the navigation line leaves no room for text in \(limit): shorten the navigation"
        }
    }
}

/// Lays a text and its options out on as many screens as a limit needs.
///
/// The same input always gives the same pages. Options are whole lines, in their order, with the labels they came with.
/// Each page is measured alone, so a GSM-7 page may follow a UCS-2 page. The pages together hold everything, up to
/// white space at the breaks of the text.
package enum Pages {
    /// The pages: one, without navigation, when everything fits. Otherwise every page but the last ends with `more`,
    /// and every page but the first with `back`, on one line.
    package static func split(
        text: String,
        options: [String],
        limit: ScreenLimit,
        navigation: Navigation
    ) throws(PageFault) -> [String] {
        let whole = joined(text[...], options[...])
        if limit.fits(whole) { return [whole] }
        var pages: [String] = []
        var rest = Remainder(text: TextBreak.trimmed(text[...]), options: options[...])
        while !rest.isEmpty {
            let isFirst = pages.isEmpty
            let last = joined(rest.text, rest.options) + (isFirst ? "" : "\n" + navigation.back)
            if limit.fits(last) { return pages + [last] }
            let footer = "\n" + (isFirst ? navigation.more : navigation.more + " " + navigation.back)
            pages.append(try rest.next(before: footer, within: limit) + footer)
        }
        return pages
    }

    fileprivate static func joined(_ text: Substring, _ options: ArraySlice<String>) -> String {
        var page = String(text)
        for option in options {
            if !page.isEmpty { page += "\n" }
            page += option
        }
        return page
    }
}

/// What has not been shown yet.
private struct Remainder {
    var text: Substring
    var options: ArraySlice<String>

    var isEmpty: Bool { text.isEmpty && options.isEmpty }

    /// Takes as much as goes before the footer: text first, then options once the text is used up.
    mutating func next(before footer: String, within limit: ScreenLimit) throws(PageFault) -> String {
        guard text.isEmpty || limit.fits(text + footer) else {
            guard let end = TextBreak.last(in: text, before: footer, within: limit) else { throw .text(limit: limit) }
            defer { text = TextBreak.trimmed(text[end...]) }
            return String(TextBreak.trimmed(text[..<end]))
        }
        var page = String(text)
        text = ""
        while let option = options.first {
            let longer = page.isEmpty ? option : page + "\n" + option
            if !limit.fits(longer + footer) {
                if page.isEmpty { throw .option(options.startIndex, limit: limit) }
                break
            }
            page = longer
            options.removeFirst()
        }
        return page
    }
}
