using HyperTune.Generators;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Benchmarks;

/// <summary>
/// Asks the compiler for the types and the attributes of the marked types' properties, without looking at them, and adds files that were written before:
/// what no generator can save that reads attributes on properties and adds this code, which the compiler has to parse.
/// </summary>
/// <param name="files">The files by the name of their type.</param>
internal sealed class AttributeBindingGenerator(IReadOnlyDictionary<string, SourceText> files) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<(string Name, int Count)> found = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.SearchSpaceAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (marked, _) => (marked.TargetSymbol.Name, CountArguments((INamedTypeSymbol)marked.TargetSymbol)));
        context.RegisterSourceOutput(found, (output, type) => output.AddSource(type.Name + ".g.cs", files[type.Name]));
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
