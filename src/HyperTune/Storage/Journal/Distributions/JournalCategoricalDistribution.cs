using System.Collections.Immutable;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>A list of values; the internal value is the zero-based index.</summary>
internal sealed class JournalCategoricalDistribution(ImmutableArray<JournalChoice> choices) : JournalDistribution(CurrentClass)
{
    public const string CurrentClass = "CategoricalDistribution";

    public ImmutableArray<JournalChoice> Choices { get; } = choices;

    public override bool IsCompatibleWith(JournalDistribution earlier)
        => earlier is JournalCategoricalDistribution other && Choices.SequenceEqual(other.Choices);

    public override JournalParameter? Express(JournalParameter parameter)
    {
        string text = parameter.Distribution.Format(parameter.Value);
        return IndexOf(text) is >= 0 and var index ? new JournalParameter(parameter.Name, index, this) : null;
    }

    /// <summary>The index of the choice that a label means; -1 for none.</summary>
    public int IndexOf(string label)
    {
        int found = -1;
        for (int i = 0; i < Choices.Length; i++)
        {
            if (Choices[i].ToString() == label)
            {
                return i;
            }

            found = found < 0 && Choices[i].Says(label) ? i : found;
        }

        return found;
    }

    public override void WriteExternal(JournalJsonWriter writer, double internalValue) => Choices[(int)internalValue].Write(writer);

    public override string Format(double internalValue) => Choices[(int)internalValue].ToString();

    protected override void WriteAttributes(JournalJsonWriter writer)
    {
        writer.Name("choices");
        writer.BeginArray();
        foreach (JournalChoice choice in Choices)
        {
            choice.Write(writer);
        }

        writer.EndArray();
    }
}
