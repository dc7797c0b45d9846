namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets the compiler emit records with required members for netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Constructor, AllowMultiple = false, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
