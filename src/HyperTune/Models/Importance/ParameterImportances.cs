using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Text;

namespace HyperTune;

/// <summary>How much each parameter of a space mattered in a study, the most important first.</summary>
public sealed class ParameterImportances : IReadOnlyList<ParameterImportance>
{
    private readonly ImmutableArray<ParameterImportance> _descending;

    internal ParameterImportances(IEnumerable<ParameterImportance> importances, ImportanceMethod method, int trialCount, string explanation)
    {
        _descending = [.. importances.OrderByDescending(static importance => importance.Value).ThenBy(static importance => importance.Parameter.Index)];
        Method = method;
        TrialCount = trialCount;
        Explanation = explanation;
    }

    /// <summary>How it was measured.</summary>
    public ImportanceMethod Method { get; }

    /// <summary>How many trials it was measured from.</summary>
    public int TrialCount { get; }

    /// <summary>What was measured and from what, in words; where no parameter made a difference, why.</summary>
    public string Explanation { get; }

    /// <summary>The number of parameters of the space; those with a single value have no importance.</summary>
    public int Count => _descending.Length;

    /// <summary>The importance at a place of the order.</summary>
    /// <param name="index">From 0 for the most important one to <see cref="Count"/> - 1.</param>
    public ParameterImportance this[int index] => _descending[index];

    /// <summary>The importance of a parameter, for instance <c>importance[Config.Space.Units]</c>.</summary>
    /// <param name="parameter">A parameter of the study's space.</param>
    /// <exception cref="ArgumentException">The parameter is not of the study's space.</exception>
    public ParameterImportance this[Parameter parameter]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(parameter);
            return _descending.FirstOrDefault(importance => ReferenceEquals(importance.Parameter, parameter))
                ?? throw new ArgumentException($"{Printable.Of(parameter.Name)} is no parameter of the study's space.", nameof(parameter));
        }
    }

    /// <summary>Enumerates the importances, the largest first.</summary>
    public IEnumerator<ParameterImportance> GetEnumerator() => ((IEnumerable<ParameterImportance>)_descending).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table with a line a parameter below the explanation: its name, its share and the range of it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Explanation);
        int width = _descending.Length == 0 ? 0 : _descending.Max(static importance => Printable.Of(importance.Parameter.Name).Length);
        foreach (ParameterImportance importance in _descending)
        {
            text.Append('\n').Append("  ").Append(Printable.Of(importance.Parameter.Name).PadRight(width));
            text.Append(CultureInfo.InvariantCulture, $"  {importance.Value:F3}  ({importance.Low:F3} to {importance.High:F3})");
        }

        return text.ToString();
    }
}
