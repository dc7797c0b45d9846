using System.Collections.Immutable;

namespace HyperTune;

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
        for (int i = 0; i < Choices.Length; i++)
        {
            if (Choices[i].ToString() == text)
            {
                return new JournalParameter(parameter.Name, i, this);
            }
        }

        return null;
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
