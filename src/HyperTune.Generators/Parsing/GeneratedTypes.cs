using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>The full names of what is generated into a marked type.</summary>
internal static class GeneratedTypes
{
    public static string DescriptorOf(INamedTypeSymbol space) => $"{space.ToCode()}.{DescriptorNames.DescriptorOf(space)}";

    public static string GradientOf(INamedTypeSymbol space) => $"{space.ToCode()}.{DescriptorNames.GradientOf(space)}";
}
