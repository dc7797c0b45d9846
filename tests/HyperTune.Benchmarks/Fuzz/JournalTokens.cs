namespace HyperTune.Benchmarks;

/// <summary>Finds the strings, numbers and words of a journal's text, whether it is right or not.</summary>
internal static class JournalTokens
{
    /// <summary>Where the tokens of a text begin and end.</summary>
    public static List<Range> Find(string text)
    {
        var tokens = new List<Range>();
        for (int i = 0; i < text.Length;)
        {
            int end = text[i] == '"' ? EndOfString(text, i) : EndOfWord(text, i);
            if (end > i)
            {
                tokens.Add(i..end);
            }

            i = Math.Max(end, i + 1);
        }

        return tokens;
    }

    private static int EndOfString(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && text[i] is not ('"' or '\n'))
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i + 1, text.Length);
    }

    private static int EndOfWord(string text, int start)
    {
        int i = start;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '+' or '.'))
        {
            i++;
        }

        return i;
    }
}
