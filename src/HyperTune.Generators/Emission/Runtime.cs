using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Emission;

/// <summary>The names of the runtime and the framework that generated code uses.</summary>
internal static class Runtime
{
    public const string SearchSpace = "global::HyperTune.SearchSpace";
    public const string Interface = "global::HyperTune.ISearchSpace";
    public const string UniformDistribution = "global::HyperTune.UniformDistribution";
    public const string LogUniformDistribution = "global::HyperTune.LogUniformDistribution";
    public const string NormalDistribution = "global::HyperTune.NormalDistribution";
    public const string LogNormalDistribution = "global::HyperTune.LogNormalDistribution";
    public const string ChoiceDistribution = "global::HyperTune.ChoiceDistribution";
    public const string OrdinalDistribution = "global::HyperTune.OrdinalDistribution";
    public const string Parameter = "global::HyperTune.Parameter";
    public const string ParameterList = "global::HyperTune.ParameterList";
    public const string SubsetParameters = "global::HyperTune.SubsetParameters";
    public const string PermutationParameters = "global::HyperTune.PermutationParameters";
    public const string ProportionsParameters = "global::HyperTune.ProportionsParameters";
    public const string Condition = "global::HyperTune.ParameterCondition";
    public const string Bound = "global::HyperTune.ParameterBound";
    public const string BoundedDraw = "global::HyperTune.CompilerServices.BoundedDraw";
    public const string Gradient = "global::HyperTune.IGradient";
    public const string GradientValue = "global::HyperTune.CompilerServices.GradientValue";
    public const string Metric = "global::HyperTune.Metric";
    public const string MetricRecord = "global::HyperTune.MetricRecord";
    public const string RecordValue = "global::HyperTune.RecordValue";
    public const string MetricsInterface = "global::HyperTune.IMetrics";
    public const string SingleObjective = "global::HyperTune.ISingleObjective";
    public const string MetricsDescriptor = "global::HyperTune.MetricsDescriptor";
    public const string Direction = "global::HyperTune.OptimizationDirection";
    public const string RandomStream = "global::HyperTune.RandomStream";
    public const string ValidationError = "global::HyperTune.ValidationError";
    public const string Scope = "global::HyperTune.CompilerServices.SpaceScope";
    public const string VectorValue = "global::HyperTune.CompilerServices.VectorValue";
    public const string MetricValue = "global::HyperTune.CompilerServices.MetricValue";
    public const string ConfigCheck = "global::HyperTune.CompilerServices.ConfigCheck";
    public const string ConfigJson = "global::HyperTune.CompilerServices.ConfigJson";

    public const string Narrowing = "global::HyperTune.Narrowing";
    public const string SpaceNarrowing = "global::HyperTune.CompilerServices.SpaceNarrowing";
    public const string SpaceCases = "global::HyperTune.CompilerServices.SpaceCases";
    public const string OptionalSpace = "global::HyperTune.OptionalSpace";
    public const string OptionalSpaces = "global::HyperTune.CompilerServices.OptionalSpaces";
    public const string ListItems = "global::HyperTune.CompilerServices.ListItems";
    public const string ListedValues = "global::HyperTune.CompilerServices.ListedValues";
    public const string ListedStrings = "global::HyperTune.CompilerServices.ListedStrings";
    public const string JsonMembers = "global::HyperTune.CompilerServices.JsonMembers";
    public const string TunedParameters = "global::HyperTune.CompilerServices.TunedParameters";
    public const string TunedSubset = "global::HyperTune.CompilerServices.TunedSubset";
    public const string TunedPermutation = "global::HyperTune.CompilerServices.TunedPermutation";
    public const string TunedPermutations = "global::HyperTune.CompilerServices.TunedPermutations";
    public const string TunedProportions = "global::HyperTune.CompilerServices.TunedProportions";
    public const string TunedSpaces = "global::HyperTune.CompilerServices.TunedSpaces";

    public const string Vector = "global::System.ReadOnlySpan<double>";
    public const string WritableVector = "global::System.Span<double>";
    public const string ErrorList = $"global::System.Collections.Generic.ICollection<{ValidationError}>";
    public const string JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string ThrowIfNull = "global::System.ArgumentNullException.ThrowIfNull";

    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>The class of parameters whose values are listed, or of those over a range.</summary>
    public static string ParameterOf(bool isList) => isList ? "global::HyperTune.ChoiceParameter" : "global::HyperTune.RangeParameter";

    private static readonly string Version = typeof(Runtime).Assembly.GetName().Version.ToString(3);

    /// <summary>
    /// The method that says whether a vector value lies within limits as a kind of values holds them, or null for kinds that hold every number
    /// exactly, whose vector values are compared as they are.
    /// </summary>
    public static string? IsWithin(ValueKind kind) => kind switch
    {
        ValueKind.Single => $"{VectorValue}.IsSingleWithin",
        ValueKind.Half => $"{VectorValue}.IsHalfWithin",
        ValueKind.Decimal => $"{VectorValue}.IsDecimalWithin",
        ValueKind.TimeSpan => $"{VectorValue}.IsTimeSpanWithin",
        _ => null,
    };

    /// <summary>The mark on every generated member and class.</summary>
    public static string GeneratedCode { get; } = $"[global::System.CodeDom.Compiler.GeneratedCode(\"HyperTune.Generators\", \"{Version}\")]";
}
