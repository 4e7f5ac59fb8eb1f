// Writes the documents of docs/clients.md into the folder of a server's trusted documents: node documents.mjs FOLDER
import { write } from './blocks.mjs';

write(process.argv[2], '.graphql');
