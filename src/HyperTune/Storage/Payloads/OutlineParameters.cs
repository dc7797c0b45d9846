using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;

namespace HyperTune.Storage.Payloads;

/// <summary>Gathers the parameters of a stored search space, and refuses what no search space can be.</summary>
internal sealed class OutlineParameters
{
    private const int MaximumCount = 100_000;
    private const int ExcerptLength = 200;

    private readonly ImmutableArray<ParameterOutline>.Builder _parameters = ImmutableArray.CreateBuilder<ParameterOutline>();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="distribution">The canonical text of its distribution.</param>
    /// <param name="condition">The canonical text of its condition; empty for none.</param>
    /// <param name="defaultValue">Its vector value at the default point; <see langword="null"/> where that is not known.</param>
    /// <exception cref="InvalidDataException">
    /// There is no such distribution, the name is empty or there already, or there are too many parameters.
    /// </exception>
    public void Add(string name, string distribution, string condition, double? defaultValue = null)
    {
        if (_parameters.Count == MaximumCount)
        {
            throw new InvalidDataException($"It has more than {MaximumCount} parameters.");
        }

        if (name.Length == 0 || !_names.Add(name))
        {
            throw new InvalidDataException(name.Length == 0 ? "A parameter has no name." : $"It has the parameter {Excerpt(name)} twice.");
        }

        try
        {
            _parameters.Add(new ParameterOutline(name, DistributionText.Parse(distribution), condition) { Default = defaultValue });
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException(
                $"Parameter {Excerpt(name)} has the distribution '{Excerpt(distribution)}', which there is not.", exception);
        }
    }

    public ImmutableArray<ParameterOutline> ToImmutable() => _parameters.ToImmutable();

    private static string Excerpt(string text) => text.Length <= ExcerptLength ? text : $"{text.AsSpan(0, ExcerptLength)}...";
}
