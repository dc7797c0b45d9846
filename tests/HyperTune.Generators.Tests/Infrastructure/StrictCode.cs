using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>
/// Generated code without the pragma that keeps it silent in every project: it is to be sound without, but for what only the user's own part can mend,
/// obsolete members and names in lower case.
/// </summary>
internal static class StrictCode
{
    private const string Silent = "#pragma warning disable\n";

    private const string Strict = "#pragma warning disable CS0612, CS0618, CS8981\n";

    /// <summary>A compilation with generated files, as it would be without the pragma.</summary>
    public static CSharpCompilation Of(Compilation output, Compilation input)
    {
        var compilation = (CSharpCompilation)output;
        foreach (SyntaxTree tree in output.SyntaxTrees.Where(tree => !input.ContainsSyntaxTree(tree)))
        {
            string text = tree.ToString();
            Assert.Contains(Silent, text, StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(Silent, Strict, StringComparison.Ordinal), Encoding.UTF8)));
        }

        return compilation;
    }
}
