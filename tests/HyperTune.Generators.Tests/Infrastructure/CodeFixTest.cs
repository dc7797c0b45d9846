using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>Applies a code fix as an editor would and compares the exact text: one diagnostic after the other, and all at once.</summary>
internal static class CodeFixTest
{
    /// <summary>
    /// Verifies that a fix turns the source into the expected one, in which nothing that it can fix is left and which compiles without an error. Without
    /// an expected source, verifies that the fix is not offered.
    /// </summary>
    public static async Task VerifyAsync(CodeFixProvider fix, string code, string? fixedCode, string? title = null, ImmutableArray<AdditionalText> files = default)
    {
        if (fixedCode is null)
        {
            Document document = CreateDocument(code);
            Assert.NotEmpty(await FixableAsync(document, fix, files));
            Assert.Empty(await ActionsAsync(document, fix, files));
            return;
        }

        Assert.Equal(fixedCode, await FixOneByOneAsync(fix, code, title, files), ignoreLineEndingDifferences: false);
        Assert.Equal(fixedCode, await FixAllAsync(fix, code, files), ignoreLineEndingDifferences: false);
        Assert.DoesNotContain(await AnalyzerTest.DiagnoseAsync(fixedCode), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static async Task<string> FixOneByOneAsync(CodeFixProvider fix, string code, string? title, ImmutableArray<AdditionalText> files)
    {
        string text = code;
        int rounds = (await FixableAsync(CreateDocument(code), fix, files)).Length;
        Assert.NotEqual(0, rounds);
        for (int round = 0; round < rounds; round++)
        {
            Document document = CreateDocument(text);
            IReadOnlyList<CodeAction> actions = await ActionsAsync(document, fix, files);
            if (actions.Count == 0)
            {
                break;
            }

            Assert.Equal(title ?? actions[0].Title, actions[0].Title);
            Assert.EndsWith("." + fix.GetType().Name, actions[0].EquivalenceKey);
            text = await ApplyAsync(document, actions[0]);
        }

        Assert.Empty(await ActionsAsync(CreateDocument(text), fix, files));
        return text;
    }

    private static async Task<string> FixAllAsync(CodeFixProvider fix, string code, ImmutableArray<AdditionalText> files)
    {
        Document document = CreateDocument(code);
        string text = code;
        // As an editor does it: all diagnostics of an id at a time.
        foreach (string id in fix.FixableDiagnosticIds)
        {
            document = CreateDocument(text);
            ImmutableArray<Diagnostic> diagnostics = [.. (await FixableAsync(document, fix, files)).Where(diagnostic => diagnostic.Id == id)];
            if (diagnostics.IsEmpty)
            {
                continue;
            }

            var context = new FixAllContext(
                document,
                fix,
                FixAllScope.Document,
                codeActionEquivalenceKey: $"{id}.{fix.GetType().Name}",
                [id],
                new KnownDiagnostics(diagnostics),
                CancellationToken.None);
            CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
            text = await ApplyAsync(document, Assert.IsAssignableFrom<CodeAction>(action));
        }

        return text;
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, CodeFixProvider fix, ImmutableArray<AdditionalText> files)
    {
        var actions = new List<CodeAction>();
        foreach (Diagnostic diagnostic in await FixableAsync(document, fix, files))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<string> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync(Document document, CodeFixProvider fix, ImmutableArray<AdditionalText> files)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await AllAnalyzers.RunAsync(compilation, files.IsDefault ? [] : files);
        return [.. diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static Document CreateDocument(string code)
    {
        ProjectId project = ProjectId.CreateNewId();
        DocumentId document = DocumentId.CreateNewId(project);
        return new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "TestProject",
                "TestProject",
                LanguageNames.CSharp,
                parseOptions: TestCompilation.ParseOptions,
                compilationOptions: TestCompilation.Options,
                metadataReferences: TestCompilation.References))
            .AddDocument(DocumentId.CreateNewId(project), "Usings.cs", SourceText.From(AnalyzerTest.Usings, Encoding.UTF8))
            .AddDocument(document, "Test0.cs", SourceText.From(code, Encoding.UTF8))
            .GetDocument(document)!;
    }

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
