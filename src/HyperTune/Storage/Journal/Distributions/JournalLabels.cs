using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>
/// The labels of a list of ours, to find what the choices of others mean: with as much work as there are labels, however many choices ask.
/// </summary>
internal sealed class JournalLabels
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<double, int> _numbers = [];

    public JournalLabels(ImmutableArray<string> labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            _exact.TryAdd(labels[i], i);
            _anyCase.TryAdd(labels[i], i);
            if (double.TryParse(labels[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                _numbers.TryAdd(number, i);
            }
        }
    }

    /// <summary>The index of the label that says exactly the choice or, where there is none, of the first that means it; -1 for none.</summary>
    public int IndexOf(JournalChoice choice)
    {
        string text = choice.ToString();
        if (_exact.TryGetValue(text, out int exact))
        {
            return exact;
        }

        int first = _anyCase.GetValueOrDefault(text, int.MaxValue);
        if (choice.TryGetNumber(out double number))
        {
            first = Math.Min(first, _numbers.GetValueOrDefault(number, int.MaxValue));
        }

        return first == int.MaxValue ? -1 : first;
    }
}
