using HyperTune.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Benchmarks;

/// <summary>
/// Also asks the compiler for the types and the attributes of the marked types' properties, without looking at them: what no generator can save that
/// reads attributes on properties.
/// </summary>
internal sealed class AttributeBindingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> found = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.SearchSpaceAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (marked, _) => CountArguments((INamedTypeSymbol)marked.TargetSymbol));
        context.RegisterSourceOutput(found, static (_, _) => { });
    }

    private static int CountArguments(INamedTypeSymbol type)
    {
        int count = 0;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsImplicitlyDeclared: false, Type.TypeKind: not TypeKind.Error } property)
            {
                foreach (AttributeData attribute in property.GetAttributes())
                {
                    count += attribute.ConstructorArguments.Length;
                }
            }
        }

        return count;
    }
}
