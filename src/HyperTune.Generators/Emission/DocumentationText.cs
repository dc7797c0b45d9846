using System.Globalization;
using System.Linq;
using System.Numerics;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The words of generated documentation, as XML text.</summary>
internal static class DocumentationText
{
    public static string Code(string text) => $"<c>{XmlText.Escape(text)}</c>";

    /// <summary>
    /// What a member is, for its property in the descriptor: the user's own words, the distribution, the default, the condition. Where the space is a part
    /// or an element of another, that one's initializer gives the default; so what the type itself says is its own.
    /// </summary>
    public static string Describe(MemberModel member)
    {
        string own = member.Summary is { } summary ? Sentence(summary) + " " : "";
        return XmlText.Escape(own + DescribeSpace(member));
    }

    /// <summary>The distribution, the default and the condition of a member.</summary>
    public static string DescribeSpace(MemberModel member) => DescribeValues(member) + DescribeCondition(member);

    /// <summary>How many parameters and configs there are, as far as the declaration itself tells.</summary>
    public static string Count(NodeModel node)
    {
        int parameters = node.Members.Count(static member => member is ParameterModel);
        int lists = node.Members.Count(static member => member is ListModel);
        (int subsets, int orders, int shares) = (Composites(node, DistributionKind.Subset), Composites(node, DistributionKind.Permutation), Composites(node, DistributionKind.Proportions));
        int spaces = node.Members.Count - parameters - lists - subsets - orders - shares;
        string[] parts =
        [
            .. node.IsUnion ? new[] { $"one of {Plural(node.Cases.Count, "case")}" } : [],
            .. parameters > 0 || (node.Members.Count == 0 && !node.IsUnion) ? new[] { Plural(parameters, "parameter") } : [],
            .. spaces > 0 ? new[] { Plural(spaces, "nested space") } : [],
            .. lists > 0 ? new[] { Plural(lists, "list") } : [],
            .. subsets > 0 ? new[] { Plural(subsets, "subset") } : [],
            .. orders > 0 ? new[] { Plural(orders, "permutation") } : [],
            .. shares > 0 ? new[] { $"{Plural(shares, "set")} of proportions" } : [],
        ];
        string text = parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Length - 1))} and {parts[parts.Length - 1]}";
        return Cardinality(node) is { } cardinality ? $"{text}, {Plural(cardinality, "config")}" : text;
    }

    private static int Composites(NodeModel node, DistributionKind kind) => node.Members.Count(member => member is CompositeModel composite && composite.Kind == kind);

    private static string DescribeCondition(MemberModel member) => member.Condition is { } condition ? $" Exists when {ParameterText.Condition(condition)}." : "";

    private static string DescribeValues(MemberModel member) => member switch
    {
        ParameterModel parameter => $"{ParameterText.Distribution(parameter)}; {(ParameterText.Default(parameter) is { } text ? $"default {text}" : "default: what its initializer gives")}.",
        NestedSpaceModel { IsOptional: true } =>
            $"The nested search space {member.TypeName.Replace("global::", "").TrimEnd('?')}, or none; default {(member.Default.Kind == DefaultKind.Constant ? "absent" : "what its initializer gives")}.",
        NestedSpaceModel => $"The nested search space {member.TypeName.Replace("global::", "")}.",
        ListModel list => $"{Lengths(list)}, each: {DescribeElement(list.Element)} {DescribeDefault(list)}",
        CompositeModel composite => $"{CompositeText.Describe(composite)}; default {(composite.Default.Kind == DefaultKind.Middle ? CompositeText.Default(composite) : "what its initializer gives")}.",
        _ => "A parameter; the declaration of its space has errors.",
    };

    private static string Lengths(ListModel list)
        => list.HasLength ? $"A list of {list.Minimum} to {list.Maximum} elements" : $"A list of {Plural(list.Maximum, "element")}";

    private static string DescribeElement(MemberModel element)
        => element is ParameterModel parameter ? $"{ParameterText.Distribution(parameter)}." : DescribeValues(element);

    private static string DescribeDefault(ListModel list)
    {
        if (list.Default.Kind == DefaultKind.Expression)
        {
            return "Default: what its initializer gives.";
        }

        string each = list.Element is ParameterModel parameter && ParameterText.Default(parameter) is { } text ? $", each {text}" : "";
        return $"Default: {Plural(list.Minimum + ((list.Maximum - list.Minimum + 1) / 2), "element")}{each}.";
    }

    // Without conditions, the product of the numbers of values.
    private static BigInteger? Cardinality(NodeModel node)
    {
        if (node.IsUnion)
        {
            return null;
        }

        BigInteger product = BigInteger.One;
        foreach (MemberModel member in node.Members)
        {
            if (member is not ParameterModel { Condition: null, Distribution.Count: { } count })
            {
                return null;
            }

            product *= count;
        }

        return product;
    }

    private static string Plural(BigInteger count, string noun)
        => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count.IsOne ? "" : "s")}";

    /// <summary>The text with a full stop at its end.</summary>
    public static string Sentence(string text) => text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";
}
