#!/usr/bin/env bash
# GraphQL.NET 8.8.5 (NuGet GraphQL, with GraphQL-Parser 9.5.1), its own validation, beside graphql 16.11.0 (npm) over the same schema.
#
# Guessed:   a variable stands only where its type fits, by the rule that both implement (5.8.5, All Variable Usages Are Allowed).
# Seen:      GraphQL.NET compares the wrapping types by a name that they do not have, so that any two required types are equal, and any two lists:
#            `$code: String!` is let pass where `Int!` is expected, and `[String]` where `[Int]` is. graphql-js refuses both.
# Therefore: a server on GraphQL.NET that wants the specification's answer replaces the rule VariablesInAllowedPosition.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > positions.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="GraphQL" Version="8.8.5" /><PackageReference Include="GraphQL-Parser" Version="9.5.1" /></ItemGroup>
</Project>
END
cat > schema.graphql <<'END'
type Query { one(id: Int!): Int many(ids: [Int]): Int plain(id: Int): Int }
END
cat > documents.txt <<'END'
query ($code: String!) { one(id: $code) }
query ($codes: [String]) { many(ids: $codes) }
query ($code: String) { plain(id: $code) }
END
cat > Program.cs <<'END'
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;

var schema = Schema.For(File.ReadAllText("schema.graphql"));
schema.Initialize();
foreach (var text in File.ReadAllLines("documents.txt"))
{
    var document = Parser.Parse(text);
    var found = await new DocumentValidator().ValidateAsync(new ValidationOptions
    {
        Schema = schema,
        Document = document,
        Operation = (GraphQLParser.AST.GraphQLOperationDefinition)document.Definitions[0],
        Rules = [GraphQL.Validation.Rules.VariablesInAllowedPosition.Instance],
        Variables = new Inputs(new Dictionary<string, object?> { ["code"] = "1", ["codes"] = new object[] { "1" } }),
    });
    Console.WriteLine($"GraphQL.NET: {(found.Errors.Any(error => error is ValidationError { Number: "5.8.5" }) ? "refused" : "let pass")}: {text}");
}
END
dotnet build --verbosity quiet > build.log 2>&1 || { cat build.log; exit 1; }
npm install --silent --no-fund --no-audit graphql@16.11.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > reference.mjs <<'END'
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
for (const text of readFileSync('documents.txt', 'utf8').trim().split('\n')) {
  console.log(`graphql-js: ${validate(schema, parse(text)).length > 0 ? 'refused' : 'let pass'}: ${text}`);
}
END
seen=$(dotnet bin/Debug/net10.0/positions.dll; node reference.mjs)
echo "$seen"
[ "$seen" = 'GraphQL.NET: let pass: query ($code: String!) { one(id: $code) }
GraphQL.NET: let pass: query ($codes: [String]) { many(ids: $codes) }
GraphQL.NET: refused: query ($code: String) { plain(id: $code) }
graphql-js: refused: query ($code: String!) { one(id: $code) }
graphql-js: refused: query ($codes: [String]) { many(ids: $codes) }
graphql-js: refused: query ($code: String) { plain(id: $code) }' ]
