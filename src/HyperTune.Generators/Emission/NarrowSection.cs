using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>The method that narrows the space at run time, typed by the descriptor.</summary>
internal static class NarrowSection
{
    public static void Write(CodeWriter writer, SpaceModel space)
        => Write(writer, space, $"=> {Runtime.SpaceNarrowing}.Narrow(this, Instance, narrowings);");

    /// <summary>Writes the method with another body.</summary>
    public static void Write(CodeWriter writer, SpaceModel space, string body)
    {
        writer.Separate();
        writer.Line("/// <summary>The part of the space in which parameters have some of their values only.</summary>");
        writer.Line("/// <param name=\"narrowings\">What is narrowed, for instance <c>s => s.Rate.Fix(0.01)</c>; all of it holds.</param>");
        writer.Line("/// <returns>A space to search, to stay within for a run, or to enqueue.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A value lies outside of its parameter's range, or nothing is left of a parameter.</exception>");
        writer.Line(
            $"public {Runtime.SearchSpace}<{space.Root.TypeName}> Narrow(params global::System.Func<{space.DescriptorName}, {Runtime.Narrowing}>[] narrowings) {body}");
    }
}
