using System.Globalization;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT3007, HT3008: what can be repeated, and how often.</summary>
internal static class RepeatRules
{
    private const int MostElements = 10_000;

    public static Finding? Find(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (parameter.Repeat is not { } repeat)
        {
            return null;
        }

        string? nothing = parameter switch
        {
            { ListKind: ListKind.None } => $"'{parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' is no list; use ImmutableArray<T>, IReadOnlyList<T>, IList<T>, List<T> or T[]",
            { Kind: not (ValueKind.Space or ValueKind.Unsupported), Distributions.IsEmpty: true } => $"its elements of the type '{parameter.TypeName}' have no distribution",
            _ => null,
        };
        if (nothing is not null)
        {
            return new Finding(
                ConditionDescriptors.NothingToRepeat,
                () => AttributePlaces.Whole(repeat.Attribute, cancellationToken),
                [parameter.MemberName, nothing])
            {
                IsReported = TypeRules.Exists(parameter.Type),
            };
        }

        if (!repeat.IsReadable)
        {
            return Count("smallest", 0, repeat.Minimum, "a number") with { IsReported = false };
        }

        return repeat.Minimum < 0 ? Count("smallest", 0, repeat.Minimum, "at least 0")
            : repeat.Maximum is < 1 or > MostElements ? Count("largest", 1, repeat.Maximum, $"from 1 to {MostElements}")
            : repeat.Minimum > repeat.Maximum ? Count("smallest", 0, repeat.Minimum, $"at most the largest, {repeat.Maximum}") with { Properties = FixData.Offer(DiagnosticProperties.Swap) }
            : null;

        Finding Count(string label, int position, int value, string required) => new(
            ConditionDescriptors.InvalidRepeatCount,
            () => AttributePlaces.Argument(repeat.Attribute, position, position == 0 ? "minimum" : "maximum", cancellationToken),
            [label, value.ToString(CultureInfo.InvariantCulture), parameter.MemberName, required]);
    }

    /// <summary>HT2011 for a list that is written out; comes last, because what its elements are must be in order.</summary>
    public static Finding? FindDefault(ParameterDeclaration parameter, CancellationToken cancellationToken)
        => parameter is { Repeat: { } repeat, Default.Syntax: { } syntax } && ListExpression.Count(syntax) is { } count && (count < repeat.Minimum || count > repeat.Maximum)
            ? new Finding(
                RangeDescriptors.DefaultOutsideRange,
                () => syntax.GetLocation(),
                [syntax.ToString(), parameter.MemberName, $"has {(count == 1 ? "1 element" : $"{count} elements")}, but {repeat.Minimum} to {repeat.Maximum} are allowed"],
                count < repeat.Minimum ? FixData.Replace(Filled(parameter, syntax, repeat.Minimum, cancellationToken)) : null)
            : null;

    // The elements there are, and so many more that the list is long enough.
    private static string? Filled(ParameterDeclaration parameter, SyntaxNode syntax, int count, CancellationToken cancellationToken)
    {
        const int MostWritten = 16;
        if (count > MostWritten || ElementText.Of(parameter, cancellationToken) is not { } element)
        {
            return null;
        }

        string[] written = [.. (ListExpression.Elements(syntax) ?? []).Select(static expression => expression.ToString())];
        return $"[{string.Join(", ", written.Concat(Enumerable.Repeat(element, count - written.Length)))}]";
    }
}
