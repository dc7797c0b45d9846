namespace HyperTune.Storage.Journal.Replay;

/// <summary>Knows texts of the file again, and what they mean, so that each is read once however often it is repeated.</summary>
/// <typeparam name="T">What a text means.</typeparam>
internal sealed class RepeatedText<T>
    where T : class
{
    // As many as the parameters of a large space; to look at all of them costs less than to read a text.
    private const int MostTexts = 64;
    private const int LongestText = 1 << 16;

    private readonly List<(byte[] Text, T Meaning)> _known = [];

    // Records come in the same order for every trial: where the next one is looked for first.
    private int _next;

    /// <summary>Finds the text that the rest of a line begins with.</summary>
    /// <param name="rest">The rest of the line.</param>
    /// <param name="length">How long the text is; 0 where none is known.</param>
    /// <returns>What it means; <see langword="null"/> where none is known.</returns>
    public T? Find(ReadOnlySpan<byte> rest, out int length)
    {
        for (int looks = 0; looks < _known.Count; looks++)
        {
            (byte[] text, T meaning) = _known[_next];
            _next = _next + 1 < _known.Count ? _next + 1 : 0;
            if (rest.StartsWith(text))
            {
                length = text.Length;
                return meaning;
            }
        }

        length = 0;
        return null;
    }

    /// <summary>Keeps a text in mind, in the place of the one that would be looked at last when there are too many.</summary>
    /// <param name="text">A whole JSON object or string, which no longer one can begin with.</param>
    /// <param name="meaning">What it means.</param>
    public void Add(ReadOnlySpan<byte> text, T meaning)
    {
        if (text.Length > LongestText)
        {
            return;
        }

        if (_known.Count < MostTexts)
        {
            _known.Add((text.ToArray(), meaning));
            return;
        }

        _known[_next] = (text.ToArray(), meaning);
        _next = (_next + 1) % MostTexts;
    }
}
