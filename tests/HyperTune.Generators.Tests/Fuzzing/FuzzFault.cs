namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Something that went wrong with a declaration.</summary>
internal sealed record FuzzFault(FuzzDeclaration Declaration, string Problem)
{
    public override string ToString()
        => $"""
            === seed {Declaration.Seed}: {(Declaration.Mistake is null ? "valid" : $"{string.Join(", ", Declaration.ExpectedIds)} expected for: {Declaration.Mistake}")}
            {Problem}
            --- its code:
            {FuzzDeclaration.Usings}{Declaration.Code}
            """;
}
