using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>Constants as invariant text, the same that the runtime writes for a value.</summary>
internal static class ConstantText
{
    private const string Null = "null";

    public static string Of(ConstantModel constant) => constant.Value switch
    {
        { IsNull: true } => Null,
        { Kind: ValueKind.Boolean } value => Literals.Boolean(value.Flag),
        { Kind: ValueKind.String } value => value.Text,
        // Half of a pair of surrogates is no text.
        { Kind: ValueKind.Char, Character: var character } => char.IsSurrogate(character)
            ? "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture)
            : character.ToString(),
        { Kind: ValueKind.TimeSpan } value => new TimeSpan(value.Integer).ToString("c", CultureInfo.InvariantCulture),
        { Kind: ValueKind.Enum } => constant.Member ?? OfNumber(constant.Value),
        var value => OfNumber(value),
    };

    /// <summary>The labels of a list's values, which differ: the string "null" can stand beside null itself.</summary>
    public static string[] Labels(DistributionModel distribution)
    {
        string[] labels = [.. distribution.Values.Select(static constant => Of(constant))];
        if (labels.Count(static label => label == Null) > 1)
        {
            labels[distribution.Values.ToList().FindIndex(static constant => constant.Value.IsNull)] = "(null)";
        }

        return labels;
    }

    public static string OfNumber(ConstantValue value) => value.Kind switch
    {
        ValueKind.Double => Literals.Text(value.Number),
        ValueKind.Single => Literals.Text((float)value.Number),
        ValueKind.Half => HalfNumber.Text(value.Number),
        ValueKind.Decimal or ValueKind.Enum => value.Decimal.ToString(CultureInfo.InvariantCulture),
        ValueKind.UInt64 => value.Unsigned.ToString(CultureInfo.InvariantCulture),
        _ => Literals.Text(value.Integer),
    };
}
