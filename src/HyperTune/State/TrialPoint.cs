using System.Globalization;
using System.Text;
using HyperTune.Spaces.Comparison;

namespace HyperTune.State;

/// <summary>The values of a trial's parameters, whatever space they belong to.</summary>
/// <param name="Layout">What the values stand for.</param>
/// <param name="Values">One value a parameter of the layout; not a number for a parameter that is inactive or open.</param>
internal readonly record struct TrialPoint(PointLayout Layout, ReadOnlyMemory<double> Values)
{
    /// <summary>The names and values as text, without parameters that have no value.</summary>
    public IEnumerable<KeyValuePair<string, string>> Describe()
    {
        for (int i = 0; i < Layout.Parameters.Length; i++)
        {
            ParameterOutline parameter = Layout.Parameters[i];
            double value = Values.Span[i];
            if (!double.IsNaN(value))
            {
                yield return new(parameter.Name, Format(parameter.Distribution, value));
            }
        }
    }

    /// <summary>The same values in memory of their own.</summary>
    public TrialPoint Copy() => this with { Values = Values.ToArray() };

    /// <summary>A value of a distribution as invariant text.</summary>
    public static string Format(Distribution distribution, double value)
        => distribution is ListDistribution list && list.Contains(value) ? list.Labels[(int)value] : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The values in one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in Describe())
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(" = ").Append(value);
        }

        return text.ToString();
    }
}
