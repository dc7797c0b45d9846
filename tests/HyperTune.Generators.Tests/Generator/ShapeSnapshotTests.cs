namespace HyperTune.Generators.Tests;

/// <summary>The generated text for each shape of declaration, reviewed as code.</summary>
public sealed class ShapeSnapshotTests
{
    [Fact]
    public void Record_with_properties() => Verify("""
        using System;
        using HyperTune;

        namespace App;

        public enum Schedule { Constant, Cosine, Step }

        /// <summary>How to train.</summary>
        [SearchSpace]
        public sealed partial record TrainingConfig
        {
            /// <summary>Adam's step size.</summary>
            [LogUniform(1e-4, 1e-1)] public double LearningRate { get; init; } = 1e-3;
            [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 64;
            [Choice("relu", "tanh")] public string Activation { get; init; } = "relu";
            [Choice] public bool Augment { get; init; }
            [Choice] public Schedule Schedule { get; init; } = Schedule.Cosine;
            [Normal(0.8, 0.1, Low = 0.5, High = 1)] public float Subsample { get; init; } = 0.8f;
            [Uniform(0.1, 30)] public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
            [Ordinal(1, 2, null, Name = "depth")] public int? Depth { get; init; }
            [Uniform(0, 1, Step = 0.05)] public required decimal Dropout { get; init; }
            public int Epochs { get; init; } = 30;
        }
        """);

    [Fact]
    public void Positional_record_with_documentation() => Verify("""
        using HyperTune;

        namespace App;

        /// <summary>A schedule.</summary>
        /// <param name="Warmup">Steps of <see cref="int"/> size before <paramref name="Rate"/> &lt; 1 applies</param>
        /// <param name="Rate">
        /// The rate,
        /// falling.
        /// </param>
        /// <param name="Label">Not tuned.</param>
        [SearchSpace]
        public partial record Schedule([LogUniform(1, 1000)] int Warmup, [LogNormal(0, 1)] double Rate = 0.5, string Label = "none");
        """);

    [Fact]
    public void Class_with_a_primary_constructor_in_a_generic_container() => Verify("""
        using HyperTune;

        namespace App;

        public static partial class Models<T> where T : notnull
        {
            [SearchSpace]
            internal sealed partial class Layer([Uniform(16, 256, Step = 16)] int units, [Choice(0.1, 0.5)] double dropout)
            {
                public int Units { get; } = units;

                internal double Dropout { get; } = dropout;
            }
        }
        """);

    [Fact]
    public void Record_struct_with_a_member_named_Space() => Verify("""
        using HyperTune;

        [SearchSpace]
        public readonly partial record struct Point([Uniform(0, 1)] double X, [Choice] bool? Space);
        """);

    [Fact]
    public void Invalid_declaration() => Verify("""
        using HyperTune;

        [SearchSpace]
        public partial class Config
        {
            [Uniform(0, 1)] public object X { get; set; } = 1;

            [Uniform(0, 1)] internal double? Name { get; set; }
        }
        """);

    private void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
        => Snapshot.Verify(GeneratorRun.Of(source), this, method: method);
}
