using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Names of members and types, many of them odd, each used once in a scope.</summary>
internal sealed class Names(Dice dice, params IEnumerable<string> taken)
{
    private static readonly string[] Plain = ["Rate", "Units", "Momentum", "Depth", "Dropout", "Width", "Kind", "Beta1", "Beta2", "Decay", "Epochs", "BatchSize", "Seed2", "X", "Y", "Z"];

    private static readonly string[] Odd =
    [
        "class", "event", "int", "record", "field", "await", "var", "_", "__x", "value", "Größe", "Ωmega", "名前", "Ñandú", "é", "Name", "Space", "Default", "Vector", "vector",
        "config", "Config", "random", "reader", "writer", "errors", "index", "Count", "Value", "Parameters", "Decode", "Encode", "Sample", "Validate", "Cardinality", "Fingerprint",
        "SpaceDescriptor", "Instance", "Case", "T", "scope", "state", "json", "HyperTune", "Space2", "IsValid", "from", "when", "partial", "file", "required", "global", "args",
    ];

    private static readonly string[] TypeNames = ["Settings", "Model", "Layer", "Optimizer", "Head", "Größen", "object", "Scheduler", "Namespace", "Ж", "struct", "Tree", "Kernel"];

    private static readonly string[] CaseNames = ["Sgd", "Adam", "switch", "Linear", "Größer", "RmsProp", "None", "Rbf", "checked", "Deep", "I", "Null"];

    // The language allows names that differ in case only; studies do not.
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public string Member() => Take(dice.Chance(0.3) ? Odd : Plain);

    public string Type() => Take(TypeNames);

    public string Case() => Take(CaseNames);

    /// <summary>The name as code.</summary>
    public static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private string Take(string[] pool)
    {
        string wish = dice.Pick(pool);
        string name = wish;
        for (int number = 3; !_taken.Add(name); number++)
        {
            name = $"{wish}{number}";
        }

        return name;
    }
}
